package dev.switchboard.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Caller;
import dev.switchboard.system.Groups;
import dev.switchboard.system.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One client's request, told from outside: over HTTP, through the running program with its own databases, engine and
 * job executor. Nothing is mocked; whatever happens by itself is waited for, with a bound.
 */
final class Story {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Who works in which group; nobody of them is an administrator. */
    private static final Map<String, String> STAFF = Map.of(
            Groups.TRIAGE, "theo@agency.test",
            Groups.PRODUCT, "petra@agency.test",
            Groups.ENGINEERING, "emil@agency.test",
            Groups.ACCOUNT, "anna@agency.test",
            Groups.LEADS, "lena@agency.test");

    private final int port;
    private final String phone;
    private String clientId;
    private final List<String> approved = new ArrayList<>();
    private String requestId;

    private Story(int port) {
        this.port = port;
        this.phone = "+1555077%04d".formatted(NUMBER.incrementAndGet());
    }

    static Story ofAStranger(int port) {
        return new Story(port);
    }

    static Story ofAClient(int port, String name, String contact, String service) {
        var story = new Story(port);
        story.clientId = story.newClient(name, contact, service, story.phone);
        return story;
    }

    /** Enters a client; another number than the one that texts, where the text's is still nobody's. */
    String newClient(String name, String contact, String service, String number) {
        var client = Map.of(
                "name", name,
                "services", List.of(service),
                "contacts",
                        List.of(Map.of(
                                "name", contact, "addresses", List.of(Map.of("channel", "sms", "address", number)))));
        return as(Groups.ACCOUNT)
                .post("/api/clients", Json.write(client))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    /** The client texts, and the text is a request of its own or joins the one that listens. */
    Story texts(String words) {
        as(Groups.ACCOUNT)
                .post("/api/simulator/messages", Json.write(Map.of("from", phone, "body", words)))
                .expect(201);
        if (requestId == null) {
            requestId = eventually("a request of " + phone, this::newestRequest);
        }
        return this;
    }

    /** Staff writes down what the client said elsewhere. */
    Story isWrittenDown(String words, String type, String urgency) {
        var form = Map.of("clientId", clientId, "body", words, "type", type, "urgency", urgency);
        requestId = as(Groups.ACCOUNT)
                .post("/api/requests", Json.write(form))
                .expect(201)
                .json()
                .path("id")
                .asText();
        return this;
    }

    /** Waits until exactly this task is open, as a member of the group sees it. */
    OpenTask task(String taskId, String group) {
        eventually(taskId + " of " + requestId, () -> steps().equals(List.of(taskId)) ? taskId : null);
        var tasks = as(group)
                .get("/engine-rest/task?processInstanceBusinessKey=" + requestId)
                .expect(200)
                .json();
        assertThat(tasks)
                .extracting(task -> task.path("taskDefinitionKey").asText())
                .containsExactly(taskId);
        return new OpenTask(this, as(group), tasks.get(0), STAFF.get(group));
    }

    Story hasStatus(String status) {
        eventually(
                requestId + " " + status,
                () -> request().path("status").asText().equals(status) ? status : null);
        return this;
    }

    Story hasType(String type) {
        eventually(
                requestId + " a " + type, () -> request().path("type").asText().equals(type) ? type : null);
        return this;
    }

    /** Everything that lies on the client's phone is this, oldest first, byte for byte. */
    Story phoneShows(String... words) {
        eventually(words.length + " texts on " + phone, () -> phone().size() == words.length ? words : null);
        assertThat(phone()).containsExactly(words);
        return this;
    }

    /** These words are part of the request's conversation. */
    Story conversationShows(String words) {
        eventually(words, () -> messages().anyMatch(message -> words(message).equals(words)) ? words : null);
        return this;
    }

    Story issueIsClosed(String reason) {
        as(Groups.ENGINEERING)
                .send(
                        "PATCH",
                        "/api/requests/" + requestId + "/issue",
                        "application/json",
                        Json.write(Map.of("state", "closed", "reason", reason)))
                .expect(204);
        assertThat(request().at("/issue/state").asText()).isEqualTo("closed");
        return this;
    }

    Story isReclassified(String type) {
        return isOverridden("type", type);
    }

    Story isOverridden(String field, String value) {
        as(Groups.TRIAGE)
                .send("PATCH", "/api/requests/" + requestId, "application/json", Json.write(Map.of(field, value)))
                .expect(200);
        return this;
    }

    /** A member of staff writes to the client beside all tasks. */
    Story hearsFromStaff(String words) {
        as(Groups.ACCOUNT)
                .post("/api/requests/" + requestId + "/messages", Json.write(Map.of("body", words)))
                .expect(201);
        return this;
    }

    /** The engine has been at this step, which waits for nobody. */
    Story hasPassed(String step) {
        eventually(
                requestId + " past " + step,
                () -> items("/api/requests/" + requestId + "/timeline?limit=200").stream()
                                .anyMatch(entry ->
                                        entry.at("/details/step").asText().equals(step))
                        ? step
                        : null);
        return this;
    }

    Story hasEvent(String type) {
        eventually(requestId + " " + type, () -> events(type).isEmpty() ? null : type);
        return this;
    }

    /** Closed, nothing left to do, and everything that was said and done can be shown. */
    void ends() {
        hasStatus("closed");
        assertThat(steps()).isEmpty();
        assertThat(outbound().map(message -> message.path("approvedBy").asText() + ": " + words(message)))
                .containsExactlyElementsOf(approved);
        assertThat(outbound())
                .allMatch(message -> message.path("status").asText().equals("delivered"));
        assertThat(phone())
                .containsExactlyElementsOf(outbound().map(Story::words).toList());
        assertThat(events(""))
                .extracting(event -> event.at("/actor/kind").asText())
                .contains("client", "staff", "ai", "system");
        assertThat(as(Groups.ACCOUNT)
                        .get("/api/audit/verify")
                        .expect(200)
                        .json()
                        .path("valid")
                        .asBoolean())
                .isTrue();
    }

    JsonNode request() {
        return as(Groups.ACCOUNT).get("/api/requests/" + requestId).expect(200).json();
    }

    List<JsonNode> events(String type) {
        return items("/api/events?limit=200&request=" + requestId + (type.isEmpty() ? "" : "&type=" + type));
    }

    /** The versions of the request's document of a kind, oldest first; none when there is no such document. */
    List<Version> versions(String kind) {
        return items("/api/documents?request=" + requestId).stream()
                .filter(document -> document.path("kind").asText().equals(kind))
                .flatMap(document -> stream(document.path("versions")).map(version -> version(document, version)))
                .toList();
    }

    /** One version of a document, its content read over HTTP. */
    record Version(String content, String sha256, String authorKind, String author) {}

    static String whoIsIn(String group) {
        return STAFF.get(group);
    }

    String requestId() {
        return requestId;
    }

    String phoneNumber() {
        return phone;
    }

    /** What must have left at the end, as {@code user: words}. */
    void approvedWords(String byUser) {
        approved.add(byUser);
    }

    private Version version(JsonNode document, JsonNode version) {
        var path = "/api/documents/" + document.path("id").asText() + "/versions/" + version.path("n") + "/content";
        return new Version(
                as(Groups.ACCOUNT).get(path).expect(200).body(),
                version.path("sha256").asText(),
                version.at("/author/kind").asText(),
                version.at("/author/name").asText());
    }

    private String newestRequest() {
        return items("/api/requests?limit=50").stream()
                .filter(request -> request.at("/contact/address").asText().equals(phone))
                .map(request -> request.path("id").asText())
                .findFirst()
                .orElse(null);
    }

    private List<String> steps() {
        return stream(request().path("currentSteps"))
                .map(step -> step.path("id").asText())
                .toList();
    }

    private Stream<JsonNode> messages() {
        return items("/api/requests/" + requestId + "/messages?limit=100").stream();
    }

    private Stream<JsonNode> outbound() {
        return messages().filter(message -> message.path("direction").asText().equals("outbound"));
    }

    private List<String> phone() {
        var newestFirst = new ArrayList<>(items("/api/simulator/messages?to=" + phone.replace("+", "%2B")).stream()
                .map(Story::words)
                .toList());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    private static String words(JsonNode message) {
        return message.path("body").asText();
    }

    private List<JsonNode> items(String path) {
        return stream(as(Groups.ACCOUNT).get(path).expect(200).json().path("items"))
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    Caller as(String group) {
        return Caller.staff(port, STAFF.get(group), group);
    }

    static <T> T eventually(String what, Supplier<T> look) {
        return await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(look::get, found -> found != null);
    }
}
