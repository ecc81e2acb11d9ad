package dev.switchboard.request;

import static dev.switchboard.Problems.sentence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Caller;
import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import dev.switchboard.system.Groups;
import dev.switchboard.system.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What staff write for each other, and what they write so often that it is kept. */
@SwitchboardTest
class NotesAndRepliesTest {

    private static final String REPLIES = "/api/canned-replies";

    @LocalServerPort
    int port;

    private Desk desk;
    private Caller anna;
    private String number;

    @BeforeEach
    void desk() {
        desk = new Desk(port);
        anna = Caller.staff(port, "anna", Groups.ACCOUNT);
        number = Desk.newNumber();
    }

    @Test
    void aNoteIsShownToColleaguesAndNeverLeaves() {
        var request = desk.triaged(number, "The invoices are broken", "bug");
        var task = desk.task(request, "review_question_to_client");
        assertThat(desk.variable(task, "notes").asText()).isEqualTo("{\"text\":\"\"}");
        var note = anna.post(notes(request), "{\"body\":\"They called **too**.\"}")
                .expect(201)
                .json();
        assertThat(note.path("author").asText()).isEqualTo("anna");
        assertThat(Json.read(desk.variable(task, "notes").asText(), JsonNode.class)
                        .path("text")
                        .asText())
                .startsWith("anna · ")
                .endsWith("\nThey called **too**.");
        anna.post(notes(request), "{\"body\":\"And again.\"}").expect(201);
        var page = desk.admin().get(notes(request) + "?limit=1").expect(200).json();
        assertThat(page.at("/items/0/body").asText()).isEqualTo("They called **too**.");
        var rest =
                desk.items(notes(request) + "?cursor=" + page.path("nextCursor").asText());
        assertThat(rest).extracting(n -> n.path("body").asText()).containsExactly("And again.");

        // Shown again when the next task begins
        desk.complete(task, Map.of("decision", "skip")).expect(204);
        assertThat(desk.variable(desk.task(request, "review_bug_report"), "notes")
                        .asText())
                .contains("They called", "And again.");
        assertThat(timeline(request, "note_added"))
                .extracting(entry -> entry.at("/actor/kind").asText() + " "
                        + entry.at("/details/body").asText())
                .containsExactly("staff They called **too**.", "staff And again.");
        assertThat(desk.events(
                        "note_added", event -> event.path("requestId").asText().equals(request)))
                .hasSize(2)
                .noneMatch(event -> event.toString().contains("called"));
        assertThat(desk.phone(number)).isEmpty();
        assertThat(desk.messages(request)).hasSize(1);
        for (var body : List.of("{}", "{\"body\":\" \"}", "{\"body\":\"" + "x".repeat(4_001) + "\"}")) {
            assertThat(sentence(anna.post(notes(request), body), 400)).contains("body");
        }
        sentence(anna.post(notes("R-1"), "{\"body\":\"x\"}"), 404);
    }

    @Test
    void aCommentInTasklistIsOnTheTimeline() {
        desk.text(number, "Is this commented?");
        var request = desk.request(number);
        var task = desk.task(request, "triage_request");
        desk.admin()
                .post("/engine-rest/task/" + task + "/comment/create", "{\"message\":\"Ask Emil first\"}")
                .expect(200);
        assertThat(timeline(request, "comment")).hasSize(1).allSatisfy(entry -> {
            assertThat(entry.at("/actor/name").asText()).isEqualTo("admin");
            assertThat(entry.at("/details/body").asText()).isEqualTo("Ask Emil first");
        });
    }

    @Test
    void aReplyIsMadeChangedAndTakenAway() {
        var name = "Thanks " + number;
        var reply = create(name, "Thanks, {contact}!", "en").expect(201).json();
        var path = REPLIES + "/" + reply.path("id").asText();
        assertThat(reply.path("changedBy").asText()).isEqualTo("anna");
        assertThat(sentence(create(name.toUpperCase(), "x", "en"), 409)).contains(name);
        patch(path, "{\"body\":\"Thank you, {contact}.\",\"language\":\"\"}").expect(200);
        var changed = anna.get(path).expect(200).json();
        assertThat(changed.path("body").asText()).isEqualTo("Thank you, {contact}.");
        assertThat(changed.path("language").isNull()).isTrue();
        assertThat(changed.path("name").asText()).isEqualTo(name);
        assertThat(sentence(patch(path, "{\"body\":\"{who}\"}"), 400)).contains("{who}");
        assertThat(desk.items(REPLIES + "?limit=200")).contains(changed);
        anna.send("DELETE", path, null, null).expect(204);
        sentence(anna.get(path), 404);
        sentence(anna.send("DELETE", path, null, null), 404);
        for (var type : List.of("created", "changed", "deleted")) {
            assertThat(desk.events("canned_reply_" + type, event -> event.at("/details/reply")
                            .equals(reply.path("id"))))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":"A","body":"Hi {name}, {contact}"}  | {name} is no placeholder; there are {contact}, {client}
            {"name":"A","body":"{a} {b}"}               | {a}, {b} are no placeholders
            {"name":"A","body":"{}"}                    | {} is no placeholder
            {"name":"A","body":" "}                     | body
            {"name":"","body":"x"}                      | name
            {"name":"A","body":"x","language":"German"} | ISO 639-1
            {"name":"A","body":"x","colour":"red"}      | colour
            """)
    void aReplyThatCannotBeIsRefusedInWords(String body, String hint) {
        assertThat(sentence(anna.post(REPLIES, body), 400)).contains(hint);
    }

    @Test
    void formsOfferRepliesAsTheyWouldReadForTheRequest() {
        var client = desk.client("Replied to " + number, number);
        var mark = " " + number;
        create("Greet" + mark, "Hello {contact} of {client}, about \"{title}\" ({request}): on it. {", null)
                .expect(201);
        create("Filed" + mark, "See {issue}", null).expect(201);
        create("German" + mark, "Danke {contact}", "de").expect(201);
        desk.text(number, "Where are the {issue} $1 invoices?");
        var request = desk.request(number);
        var triage = "/engine-rest/task?processInstanceBusinessKey=" + request;
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(desk.admin().get(triage).json()).isNotEmpty());
        desk.admin()
                .send("PATCH", "/api/requests/" + request, "application/json", "{\"type\":\"question\"}")
                .expect(200);
        var greeting = "Hello Ana of Replied to " + number + ", about \"Where are the {issue} $1 invoices?\" ("
                + request + "): on it. {";
        var rendered = desk.items("/api/requests/" + request + "/canned-replies").stream()
                .filter(reply -> reply.path("name").asText().endsWith(mark))
                .toList();
        assertThat(rendered)
                .extracting(reply -> reply.path("text").asText(null))
                .containsExactly(greeting, null, "Danke Ana");
        assertThat(rendered.get(1).path("missing")).extracting(JsonNode::asText).containsExactly("issue");
        assertThat(client).isNotEmpty();

        var task = toWrite(request);
        var offered = Json.read(desk.variable(task, "cannedReplies").asText(), JsonNode.class);
        assertThat(offered)
                .filteredOn(option -> option.path("label").asText().endsWith(mark))
                .extracting(option -> option.path("value").asText())
                .containsExactly(greeting, "Danke Ana");

        // What is picked in the list is not what is approved: the text is
        desk.complete(task, Map.of("decision", "send", "cannedReply", greeting, "clientMessage", "In your account."))
                .expect(204);
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(desk.phone(number)).containsExactly("In your account."));
    }

    /** The answer that a person writes, after a draft that nobody wants. */
    private String toWrite(String request) {
        var path = "/engine-rest/task?processInstanceBusinessKey=" + request;
        var first = desk.admin().get(path).json().get(0);
        var triage = first.path("taskDefinitionKey").asText().equals("triage_request");
        desk.complete(
                        triage ? first.path("id").asText() : desk.task(request, "review_answer"),
                        Map.of("decision", triage ? "proceed" : "decline"))
                .expect(204);
        return desk.task(request, "write_answer");
    }

    private Caller.Answer create(String name, String body, String language) {
        var fields = new java.util.HashMap<String, Object>(Map.of("name", name, "body", body));
        fields.put("language", language);
        return anna.post(REPLIES, Json.write(fields));
    }

    private Caller.Answer patch(String path, String body) {
        return anna.send("PATCH", path, "application/json", body);
    }

    private List<JsonNode> timeline(String request, String type) {
        return desk.items("/api/requests/" + request + "/timeline").stream()
                .filter(entry -> entry.path("type").asText().equals(type))
                .toList();
    }

    private static String notes(String request) {
        return "/api/requests/" + request + "/notes";
    }
}
