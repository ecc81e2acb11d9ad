package dev.switchboard.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SwitchboardTest
class ConsentTest {

    @LocalServerPort
    int port;

    @Autowired
    Inbox inbox;

    Desk desk;
    String number;

    @BeforeEach
    void desk() {
        desk = new Desk(port);
        number = Desk.newNumber();
    }

    @Test
    void whatIsApprovedAfterStopIsBlockedAndStaysSoAfterStart() {
        var request = desk.triaged(number, "What does hosting cost?", "question");
        var task = desk.task(request, "write_answer");
        assertThat(desk.variable(task, "consentWarning").asText()).isEmpty();

        desk.text(number, "Stop");
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(
                        desk.variable(task, "consentWarning").asText())
                .contains("opted out"));
        var refused = desk.admin()
                .post("/api/requests/" + request + "/messages", "{\"body\":\"One more thing\"}")
                .expect(409);
        assertThat(refused.json().path("detail").asText()).contains(number, "opted out");
        desk.complete(task, Map.of("decision", "send", "clientMessage", "It costs 10 a month."))
                .expect(204);
        desk.awaitStatus(request, "closed");
        assertThat(statuses(request)).containsExactly("blocked");

        desk.text(number, "START");
        var next = desk.triaged(number, "And what does a domain cost?", "question");
        assertThat(next).isNotEqualTo(request);
        // Triage made the number a client's, whose question is drafted
        desk.complete(
                        desk.task(next, "review_answer"),
                        Map.of("decision", "approve", "clientMessage", "A domain costs 1 a month."))
                .expect(204);
        desk.awaitStatus(next, "closed");
        assertThat(statuses(next)).containsExactly("delivered");
        assertThat(statuses(request)).containsExactly("blocked");
        assertThat(desk.phone(number)).containsExactly("A domain costs 1 a month.");
    }

    @Test
    void theWarningGoesWhenConsentComesBack() {
        desk.text(number, "What does hosting cost?");
        var task = desk.task(desk.request(number), "triage_request");
        for (var command : List.of("STOP", "START", "quit", "unstop")) {
            desk.text(number, command);
            var warned = List.of("STOP", "quit").contains(command);
            await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(
                            desk.variable(task, "consentWarning").asText().isEmpty())
                    .as("after %s", command)
                    .isEqualTo(!warned));
        }
    }

    @Test
    void aStrangersStopIsKeptAndOpensNothing() {
        desk.text(number, " unsubscribe ");
        desk.text(number, "STOP");
        desk.text(number, "HELP");
        assertThat(consentEvents()).extracting(JsonNode::asText).containsExactly("consent_withdrawn");
        assertThat(desk.phone(number)).isEmpty();
        assertThat(clientsOf(number)).isEmpty();

        var client = desk.client("Opted Out " + number, number);
        assertThat(desk.admin()
                        .get("/api/clients/" + client)
                        .json()
                        .at("/contacts/0/addresses/0/consent")
                        .asText())
                .isEqualTo("withdrawn");
        awaitHandled();
        assertThat(desk.requests(number)).isEmpty();
    }

    @Test
    void helpIsAnsweredOncePerQuestionInFixedWords() {
        desk.text(number, "help");
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(desk.phone(number)).hasSize(1));
        assertThat(desk.phone(number).get(0)).contains("STOP");
        var first = inbox.receive(inbound("HELP", null, "SM-help-" + number));
        assertThat(first).isPresent();
        assertThat(inbox.receive(inbound("HELP", null, "SM-help-" + number))).isEmpty();
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(desk.phone(number)).hasSize(2));
        awaitHandled();
        assertThat(desk.phone(number)).hasSize(2);
        assertThat(desk.requests(number)).isEmpty();
    }

    @Test
    void whatTheProviderAnsweredIsNotAnsweredAgain() {
        inbox.receive(inbound("HILFE", "HELP", "SM-answered-1-" + number));
        inbox.receive(inbound("HELP", "HELP", "SM-answered-2-" + number));
        inbox.receive(inbound("ARRET", "STOP", "SM-answered-3-" + number));
        awaitHandled();
        assertThat(consentEvents()).extracting(JsonNode::asText).containsExactly("consent_withdrawn");
        assertThat(desk.phone(number)).isEmpty();
        assertThat(desk.requests(number)).isEmpty();
    }

    @Test
    void aCommandInsideASentenceIsARequest() {
        desk.text(number, "Please cancel the second newsletter");
        desk.task(desk.request(number), "triage_request");
        assertThat(consentEvents()).isEmpty();
    }

    private Inbound inbound(String body, String answered, String sid) {
        return new Inbound("sms", sid, number, "+15550109999", body, List.of(), answered);
    }

    /** A text of another number that came later is with a person: what came before was handled too. */
    private void awaitHandled() {
        var other = Desk.newNumber();
        desk.text(other, "Is this a later text?");
        desk.task(desk.request(other), "triage_request");
    }

    private List<String> statuses(String request) {
        return desk.outbound(request).stream()
                .map(message -> message.path("status").asText())
                .toList();
    }

    private List<JsonNode> consentEvents() {
        return Stream.of("consent_withdrawn", "consent_granted")
                .flatMap(type ->
                        desk
                                .events(type, event -> event.at("/details/address")
                                        .asText()
                                        .equals(number))
                                .stream())
                .map(event -> event.path("type"))
                .toList();
    }

    private List<JsonNode> clientsOf(String address) {
        return desk.items("/api/clients?limit=200").stream()
                .filter(client -> client.path("contacts").toString().contains(address))
                .toList();
    }
}
