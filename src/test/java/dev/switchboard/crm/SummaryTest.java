package dev.switchboard.crm;

import static dev.switchboard.Problems.sentence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Caller;
import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import dev.switchboard.system.Groups;
import dev.switchboard.system.Hashes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The summary of a client: staff's part, the digest below it, who changed which when, and drafts that know it. */
@SwitchboardTest
class SummaryTest {

    @LocalServerPort
    int port;

    private Desk desk;
    private Caller anna;
    private String number;
    private String client;

    @BeforeEach
    void aClient() {
        desk = new Desk(port);
        anna = Caller.staff(port, "anna", Groups.ACCOUNT);
        number = Desk.newNumber();
        client = desk.client("Summed up " + number, number);
    }

    @Test
    void whatStaffWritesIsKeptWithWhoWroteItAndWhen() {
        edit("Pays on time.");
        edit("Pays on time.");
        edit("Pays on time. Prefers mornings.");
        var summary = summary();
        assertThat(summary.path("own").asText()).isEqualTo("Pays on time. Prefers mornings.");
        assertThat(summary.path("digest").asText()).isEmpty();
        assertThat(summary.at("/changedBy/kind").asText()).isEqualTo("staff");
        assertThat(summary.at("/changedBy/name").asText()).isEqualTo("anna");
        assertThat(versions())
                .extracting(version -> version.path("n").asInt() + " "
                        + version.path("text").asText() + " "
                        + version.at("/author/name").asText())
                .containsExactly("2 Pays on time. Prefers mornings. anna", "1 Pays on time. anna");
        assertThat(changes())
                .extracting(event -> event.at("/details/sha256").asText())
                .containsExactly(Hashes.sha256("Pays on time. Prefers mornings."), Hashes.sha256("Pays on time."));
        assertThat(sentence(patch("x".repeat(4_001)), 400)).contains("4001", "4,000");
        assertThat(text()).isEqualTo("Pays on time. Prefers mornings.");
        assertThat(sentence(anna.get("/api/clients/C-0/summary"), 404)).contains("C-0");
    }

    @Test
    void closedStepsAreDigestedBelowStaffsWordsWhichStayAsTheyAre() {
        edit("Pays on time.");
        var first = closed("Where are my invoices kept?");
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(text()).contains(first));
        assertThat(text())
                .startsWith("Pays on time.\n\nRecent requests (written by Switchboard):\n- ")
                .endsWith(first + " question “Where are my invoices kept?”: answered");
        assertThat(summary().at("/changedBy/kind").asText()).isEqualTo("ai");
        assertThat(changes().get(0).at("/details/part").asText()).isEqualTo("digest");

        // Sent back as it was read, with staff's part changed: the digest stays the program's
        edit(text().replace("on time", "late"));
        assertThat(summary().path("own").asText()).isEqualTo("Pays late.");
        var second = closed("Which invoices are open?");
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(text()).contains(second));
        assertThat(text()).startsWith("Pays late.\n\nRecent").contains(first);

        // A line of the digest that staff changes is staff's own from then on
        edit(text().replace("answered", "answered twice"));
        assertThat(summary().path("digest").asText()).isEmpty();
        var own = text();
        var third = closed("Who sends the invoices?");
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(text()).contains(third));
        assertThat(text()).startsWith(own + "\n\nRecent requests");
        assertThat(summary().path("digest").asText()).doesNotContain(first, second);
        assertThat(versions()).extracting(version -> version.path("n").asInt()).isSortedAccordingTo((a, b) -> b - a);
        assertThat(desk.verdict().path("valid").asBoolean()).isTrue();
    }

    @Test
    void aDraftIsGivenTheSummaryAndSaysWhichEarlierRequestMayBearOnIt() {
        edit("Their invoices go to the accountant.");
        var first = closed("Where are my invoices kept?");
        desk.text(number, "How do I get invoices as a file?");
        var request = desk.request(number);
        desk.admin()
                .send("PATCH", "/api/requests/" + request, "application/json", "{\"type\":\"question\"}")
                .expect(200);
        var review = reviewed(request);
        assertThat(desk.variable(review, "sources").asText())
                .contains(first)
                .contains("summary: Their invoices go to the accountant.");
        assertThat(desk.variable(review, "clientMessage").asText()).doesNotContain("accountant");
        assertThat(desk.phone(number)).noneMatch(words -> words.contains("accountant"));
    }

    private String closed(String question) {
        desk.text(number, question);
        var request = desk.request(number);
        if (desk.status(request).equals("triage") || !triaged(request)) {
            triage(request);
        }
        var task = open(request);
        var decision = task.path("taskDefinitionKey").asText().equals("write_answer") ? "send" : "approve";
        desk.complete(
                        task.path("id").asText(),
                        Map.of("decision", decision, "clientMessage", "They lie in your account."))
                .expect(204);
        desk.awaitStatus(request, "closed");
        return request;
    }

    private boolean triaged(String request) {
        return !first(request).path("taskDefinitionKey").asText().equals("triage_request");
    }

    private void triage(String request) {
        desk.complete(
                        desk.task(request, "triage_request"),
                        Map.of("decision", "proceed", "requestType", "question", "urgency", "normal"))
                .expect(204);
    }

    /** The answer to review, whoever has to look first. */
    private String reviewed(String request) {
        if (!triaged(request)) {
            triage(request);
        }
        return open(request).path("id").asText();
    }

    private JsonNode open(String request) {
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(
                        first(request).path("taskDefinitionKey").asText())
                .isIn("review_answer", "write_answer"));
        return first(request);
    }

    private JsonNode first(String request) {
        var path = "/engine-rest/task?processInstanceBusinessKey=" + request;
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(desk.admin().get(path).json()).isNotEmpty());
        return desk.admin().get(path).json().get(0);
    }

    private void edit(String text) {
        patch(text).expect(200);
    }

    private Caller.Answer patch(String text) {
        return anna.send("PATCH", "/api/clients/" + client, "application/json", Desk.json(Map.of("summary", text)));
    }

    private String text() {
        return anna.get("/api/clients/" + client)
                .expect(200)
                .json()
                .path("summary")
                .asText();
    }

    private JsonNode summary() {
        return anna.get("/api/clients/" + client + "/summary").expect(200).json();
    }

    private List<JsonNode> versions() {
        return desk.items("/api/clients/" + client + "/summary/versions");
    }

    private List<JsonNode> changes() {
        return desk.items("/api/events?type=summary_changed&client=" + client);
    }
}
