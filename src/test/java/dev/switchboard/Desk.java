package dev.switchboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.Caller.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** What clients and staff do to a running program, over HTTP, so that a test reads as a sentence of steps. */
public final class Desk {

    /** How long anything may take that the program does by itself, on a machine that is busy. */
    public static final Duration BOUND = Duration.ofSeconds(60);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    private final Caller admin;

    public Desk(int port) {
        this.admin = Caller.admin(port);
    }

    /** A telephone number that no other test uses. */
    public static String newNumber() {
        return "+1555010" + NUMBERS.incrementAndGet();
    }

    public static String json(Object value) {
        return JSON.valueToTree(value).toString();
    }

    public Caller admin() {
        return admin;
    }

    /** A client with one contact and this number. */
    public String client(String name, String number) {
        return admin.post(
                        "/api/clients",
                        json(Map.of(
                                "name",
                                name,
                                "contacts",
                                List.of(Map.of("name", "Ana", "addresses", List.of(Map.of("address", number)))))))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    /** A text from a simulated phone; its message id. */
    public String text(String from, String body) {
        return admin.post("/api/simulator/messages", json(Map.of("from", from, "body", body)))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    /** What lies on a simulated phone, newest first. */
    public List<String> phone(String number) {
        return items("/api/simulator/messages?to=" + encode(number)).stream()
                .map(text -> text.path("body").asText())
                .toList();
    }

    /** The requests of a number, newest first. */
    public List<JsonNode> requests(String number) {
        return items("/api/requests?limit=200").stream()
                .filter(request ->
                        request.path("contact").path("address").asText().equals(number))
                .toList();
    }

    /** The only open request of a number, once it is there. */
    public String request(String number) {
        await().atMost(BOUND).untilAsserted(() -> assertThat(open(number)).hasSize(1));
        return open(number).get(0).path("id").asText();
    }

    private List<JsonNode> open(String number) {
        return requests(number).stream()
                .filter(request -> !request.path("status").asText().equals("closed"))
                .toList();
    }

    public String status(String requestId) {
        return admin.get("/api/requests/" + requestId)
                .expect(200)
                .json()
                .path("status")
                .asText();
    }

    public void awaitStatus(String requestId, String status) {
        await().atMost(BOUND).untilAsserted(() -> assertThat(status(requestId)).isEqualTo(status));
    }

    public List<JsonNode> messages(String requestId) {
        return items("/api/requests/" + requestId + "/messages");
    }

    public List<JsonNode> outbound(String requestId) {
        return messages(requestId).stream()
                .filter(message -> message.path("direction").asText().equals("outbound"))
                .toList();
    }

    /** Events of a type that match, oldest first. */
    public List<JsonNode> events(String type, Predicate<JsonNode> which) {
        return items("/api/events?limit=200&type=" + type).stream()
                .filter(which)
                .toList();
    }

    /** The open task of this kind, once it is there. */
    public String task(String requestId, String definition) {
        var path = "/engine-rest/task?processInstanceBusinessKey=" + requestId + "&taskDefinitionKey=" + definition;
        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(admin.get(path).expect(200).json())
                        .as("open tasks %s of %s", definition, requestId)
                        .hasSize(1));
        return admin.get(path).json().get(0).path("id").asText();
    }

    /** Completes the task as Tasklist does. */
    public Answer complete(String taskId, Map<String, String> fields) {
        var variables = JSON.createObjectNode();
        fields.forEach((name, value) -> variables.set(name, variable(value)));
        return admin.post("/engine-rest/task/" + taskId + "/complete", json(Map.of("variables", variables)));
    }

    /** A stranger's text always waits for a person first: this is that person, who says what it is. */
    public String triaged(String number, String words, String type) {
        text(number, words);
        var request = request(number);
        complete(
                        task(request, "triage_request"),
                        Map.of("decision", "proceed", "requestType", type, "urgency", "normal"))
                .expect(204);
        return request;
    }

    public JsonNode variable(String taskId, String name) {
        return admin.get("/engine-rest/task/" + taskId + "/variables/" + name + "?deserializeValue=false")
                .expect(200)
                .json()
                .path("value");
    }

    public JsonNode verdict() {
        return admin.get("/api/audit/verify").expect(200).json();
    }

    public List<JsonNode> items(String path) {
        var items = admin.get(path).expect(200).json().path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static ObjectNode variable(String value) {
        var variable = JSON.createObjectNode().put("value", value);
        return value.startsWith("{") ? variable.put("type", "Json") : variable;
    }
}
