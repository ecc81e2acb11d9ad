package dev.switchboard.request;

import static dev.switchboard.Problems.sentence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Caller;
import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import dev.switchboard.system.Groups;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two requests become one, or are linked. */
@SwitchboardTest
class MergeTest {

    @LocalServerPort
    int port;

    private Desk desk;
    private Caller tess;
    private String number;
    private String client;

    @BeforeEach
    void aClientWithNumbers() {
        desk = new Desk(port);
        tess = Caller.staff(port, "tess", Groups.TRIAGE);
        number = Desk.newNumber();
        client = desk.client("Merged " + number, number);
    }

    @Test
    void theTextsOfBothAreOneConversationAndTheMergedOneEnds() {
        var into = manual("The export fails.");
        var from = manual("It fails with a blank page.");
        tess.post("/api/requests/" + from + "/notes", "{\"body\":\"Same as before?\"}")
                .expect(201);
        var merged = merge(from, into).expect(200).json();
        assertThat(merged.path("id").asText()).isEqualTo(into);
        merge(from, into).expect(200);

        assertThat(desk.messages(into))
                .extracting(message -> message.path("body").asText())
                .containsExactly("The export fails.", "It fails with a blank page.");
        assertThat(desk.messages(from))
                .extracting(message -> message.path("body").asText())
                .containsExactly("It fails with a blank page.");
        await().atMost(Desk.BOUND).until(() -> running(from) == 0);
        var closed = request(from);
        assertThat(closed.path("status").asText()).isEqualTo("closed");
        assertThat(closed.path("mergedInto").asText()).isEqualTo(into);
        assertThat(closed.path("currentSteps")).isEmpty();
        assertThat(running(into)).isPositive();
        var task = desk.admin()
                .get("/engine-rest/task?processInstanceBusinessKey=" + into)
                .json()
                .get(0)
                .path("id")
                .asText();
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(desk.events(
                        "request_withdrawn",
                        event -> event.path("requestId").asText().equals(from)))
                .hasSize(1));
        assertThat(desk.variable(task, "conversation").asText())
                .contains("The export fails.", "It fails with a blank page.");
        assertThat(desk.variable(task, "notes").asText()).contains("Same as before?");
        for (var id : List.of(from, into)) {
            assertThat(desk.events(
                            "request_merged",
                            event -> event.path("requestId").asText().equals(id)))
                    .hasSize(1)
                    .allSatisfy(event ->
                            assertThat(event.at("/actor/name").asText()).isEqualTo("tess"));
        }
        assertThat(desk.phone(number)).isEmpty();
        assertThat(sentence(merge(into, from), 409)).contains(from + " is closed");
        assertThat(sentence(merge(from, manual("A third one, please.")), 409)).contains("was merged into " + into);
        assertThat(desk.verdict().path("valid").asBoolean()).isTrue();
    }

    @Test
    void aTextThatCameAsANewRequestAnswersTheQuestionOfTheOther() {
        var bug = desk.triaged(Desk.newNumber(), "It is broken", "bug");
        var asked = desk.task(bug, "review_question_to_client");
        desk.complete(asked, Map.of("decision", "send", "clientMessage", "Where?"))
                .expect(204);
        desk.awaitStatus(bug, "waiting_for_client");
        var owner = request(bug).at("/client/id").asText();
        var other = manual(owner, "On the page of the invoices, since yesterday.");
        merge(other, bug).expect(200);
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(desk.status(bug)).isEqualTo("in_progress"));
        assertThat(desk.messages(bug)).hasSize(3);
        await().atMost(Desk.BOUND).until(() -> running(other) == 0);
    }

    @Test
    void aStrangersTextBecomesTheClients() {
        var into = manual("The export fails.");
        var strangers = Desk.newNumber();
        desk.text(strangers, "this is my other phone");
        var from = desk.request(strangers);
        desk.task(from, "triage_request");
        merge(from, into).expect(200);
        assertThat(request(from).at("/client/id").asText()).isEqualTo(client);
        assertThat(tess.get("/api/clients/" + client).json().findValuesAsText("address"))
                .contains(strangers);
    }

    @Test
    void whatCannotBeOneIsRefusedInWords() {
        var one = manual("The export fails.");
        var other = desk.client("Other " + number, Desk.newNumber());
        var others = manual(other, "Our logo is old.");
        assertThat(sentence(merge(one, one), 400)).contains("itself");
        assertThat(sentence(merge(one, others), 409)).contains("Merged " + number, "Other " + number, "Link");
        sentence(merge(one, "R-1"), 404);
        sentence(tess.post("/api/requests/" + one + "/merge", "{}"), 400);
        desk.text(Desk.newNumber(), "who am I?");
        assertThat(running(one)).isPositive();
        assertThat(request(one).path("mergedInto").isNull()).isTrue();
    }

    @Test
    void aFiledIssueIsNotLeftAlone() {
        var filed = open(
                Map.of("clientId", client, "body", "An export of all orders.", "type", "feature", "urgency", "normal"));
        desk.complete(
                        desk.task(filed, "review_prd"),
                        Map.of("decision", "approve", "prd", "{\"markdown\":\"# Export\"}", "clientMessage", "Noted."))
                .expect(204);
        desk.awaitStatus(filed, "waiting_for_delivery");
        var later = manual("Please hurry with it.");
        assertThat(sentence(merge(filed, later), 409)).contains("open issue", "merge " + later + " into " + filed);
        merge(later, filed).expect(200);
        assertThat(desk.status(filed)).isEqualTo("waiting_for_delivery");
        assertThat(desk.messages(filed))
                .extracting(message -> message.path("body").asText())
                .contains("Please hurry with it.");
    }

    @Test
    void aLinkIsShownOnBothSidesAndMovesNothing() {
        var one = manual("The export fails.");
        var other = manual("The import fails.");
        link(one, "{\"to\":\"" + other + "\",\"kind\":\"duplicate\"}").expect(201);
        link(one, "{\"to\":\"" + other + "\",\"kind\":\"duplicate\"}").expect(201);
        assertThat(link(other, "{\"to\":\"" + one + "\"}")
                        .expect(201)
                        .json()
                        .path("kind")
                        .asText())
                .isEqualTo("related");
        for (var pair : List.of(List.of(one, other), List.of(other, one))) {
            var link = request(pair.get(0)).at("/links/0");
            assertThat(link.path("id").asText()).isEqualTo(pair.get(1));
            assertThat(link.path("kind").asText()).isEqualTo("related");
            assertThat(desk.items("/api/requests/" + pair.get(0) + "/links")).containsExactly(link);
            assertThat(desk.events(
                            "request_linked",
                            event -> event.path("requestId").asText().equals(pair.get(0))))
                    .hasSize(2);
        }
        assertThat(sentence(link(one, "{\"to\":\"" + one + "\"}"), 400)).contains("itself");
        assertThat(sentence(link(one, "{\"to\":\"" + other + "\",\"kind\":\"same\"}"), 400))
                .contains("duplicate");
        sentence(link(one, "{\"to\":\"R-1\"}"), 404);
        var path = "/api/requests/" + other + "/links/" + one;
        tess.send("DELETE", path, null, null).expect(204);
        sentence(tess.send("DELETE", path, null, null), 404);
        assertThat(request(one).path("links")).isEmpty();
    }

    private Caller.Answer merge(String from, String into) {
        return tess.post("/api/requests/" + from + "/merge", Desk.json(Map.of("into", into)));
    }

    private Caller.Answer link(String id, String body) {
        return tess.post("/api/requests/" + id + "/links", body);
    }

    private String manual(String words) {
        return manual(client, words);
    }

    private String manual(String clientId, String words) {
        return open(Map.of("clientId", clientId, "body", words, "type", "question", "urgency", "normal"));
    }

    /** A request with a task that waits. */
    private String open(Map<String, String> form) {
        var id = tess.post("/api/requests", Desk.json(form))
                .expect(201)
                .json()
                .path("id")
                .asText();
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(request(id).path("currentSteps"))
                .isNotEmpty());
        var step = request(id).at("/currentSteps/0/id").asText();
        if (step.equals("triage_request")) {
            desk.complete(desk.task(id, step), Map.of("decision", "proceed")).expect(204);
            await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(
                            request(id).at("/currentSteps/0/id").asText())
                    .startsWith("re"));
        }
        return id;
    }

    private JsonNode request(String id) {
        return tess.get("/api/requests/" + id).expect(200).json();
    }

    private int running(String id) {
        return desk.admin()
                .get("/engine-rest/process-instance/count?businessKey=" + id)
                .json()
                .path("count")
                .asInt();
    }
}
