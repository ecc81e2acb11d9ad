package dev.switchboard.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no other attempt can change is a person's task at once; who opted out is left alone, and the work goes on. */
@SwitchboardTest
class TwilioRefusalTest extends TwilioProgram {

    @Test
    void anApprovedTextThatCannotBeDeliveredWaitsForAPersonAndGoesOutWhenTheyRetry() {
        var number = Desk.newNumber();
        TWILIO.refuseNext(400, 21211);
        var request = answered(number, "We open at nine.");

        var incident = incident(request);
        assertThat(incident.path("incidentMessage").asText())
                .isEqualTo("The text was not sent (Twilio 21211)."
                        + " The number is not one that Twilio can reach: check the contact's number.");
        assertThat(TWILIO.attemptsTo(number)).hasSize(1);
        assertThat(TWILIO.searchesFor(number)).isEmpty();
        assertThat(state(request)).isEqualTo("failed:21211");
        var said = events("message_failed", request).path("details");
        assertThat(said.path("reason").asText()).contains("check the contact's number");
        assertThat(said.path("attempts").asInt()).isEqualTo(1);
        assertThat(desk.status(request)).isNotEqualTo("closed");

        desk.admin()
                .send(
                        "PUT",
                        "/engine-rest/job/" + incident.path("configuration").asText() + "/retries",
                        "application/json",
                        "{\"retries\":1}")
                .expect(204);
        desk.awaitStatus(request, "closed");
        assertThat(state(request)).isEqualTo("sent");
        assertThat(TWILIO.textsTo(number)).hasSize(1);
    }

    @Test
    void aReceiverWhoOptedOutAtTwilioIsOptedOutHereAndTheProcessGoesOn() {
        var number = Desk.newNumber();
        TWILIO.refuseNext(400, 21610);
        var request = answered(number, "We open at nine.");
        desk.awaitStatus(request, "closed");
        assertThat(state(request)).isEqualTo("blocked:21610");
        assertThat(events("message_blocked", request)
                        .path("details")
                        .path("reason")
                        .asText())
                .contains("opted out");
        assertThat(events("consent_withdrawn", request)
                        .path("details")
                        .path("address")
                        .asText())
                .isEqualTo(number);
        desk.admin()
                .post("/api/requests/" + request + "/messages", "{\"body\":\"Hello?\"}")
                .expect(409);
        assertThat(TWILIO.attemptsTo(number)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"21614", "21617", "21408", "30034"})
    void aStaffMembersWordsAreNotRepeatedEither(int code) {
        var number = Desk.newNumber();
        var request = asked(number);
        TWILIO.refuseNext(400, code);
        desk.admin()
                .post("/api/requests/" + request + "/messages", "{\"body\":\"Hello there 😀\"}")
                .expect(201);
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(state(request)).isEqualTo("failed:" + code));
        assertThat(TWILIO.attemptsTo(number)).hasSize(1);
        assertThat(events("message_failed", request)
                        .path("details")
                        .path("reason")
                        .asText())
                .contains("Twilio " + code);
        assertThat(desk.outbound(request).get(0).path("segments").asInt()).isEqualTo(1);
    }

    @Test
    void anOptOutThatOnlyTheCallbackTellsCountsToo() {
        var number = Desk.newNumber();
        var request = answered(number, "We open at nine.");
        desk.awaitStatus(request, "closed");
        var sid = TWILIO.textsTo(number).get(0).sid();
        post(STATUS, Map.of("MessageSid", sid, "MessageStatus", "undelivered", "ErrorCode", "21610"))
                .expect(200);
        assertThat(state(request)).isEqualTo("undelivered:21610");
        assertThat(events("message_undelivered", request)
                        .path("details")
                        .path("reason")
                        .asText())
                .contains("opted out");
        assertThat(events("consent_withdrawn", request).isMissingNode()).isFalse();
    }

    private String asked(String number) {
        post(MESSAGES, text(number, "When do you open?")).expect(200);
        return desk.request(number);
    }

    /** A person has triaged the question and written this answer. */
    private String answered(String number, String words) {
        var request = asked(number);
        desk.complete(
                        desk.task(request, "triage_request"),
                        Map.of("decision", "proceed", "requestType", "question", "urgency", "normal"))
                .expect(204);
        desk.complete(desk.task(request, "write_answer"), Map.of("decision", "send", "clientMessage", words))
                .expect(204);
        return request;
    }

    private JsonNode incident(String request) {
        var instances = "/engine-rest/process-instance?businessKey=" + request;
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(incidents(instances)).isNotEmpty());
        return incidents(instances).path(0);
    }

    private JsonNode incidents(String instances) {
        for (var instance : desk.admin().get(instances).expect(200).json()) {
            var found = desk.admin()
                    .get("/engine-rest/incident?incidentType=failedJob&processInstanceId="
                            + instance.path("id").asText())
                    .expect(200)
                    .json();
            for (var incident : found) {
                if (!incident.path("configuration").isNull()) {
                    return found;
                }
            }
        }
        return MissingNode.getInstance();
    }

    private JsonNode events(String type, String request) {
        var found = desk.events(
                type, event -> request.equals(event.path("requestId").asText()));
        return found.isEmpty() ? MissingNode.getInstance() : found.get(0);
    }

    private String state(String request) {
        var message = desk.outbound(request).get(0);
        var code = message.path("errorCode");
        return message.path("status").asText() + (code.isNull() ? "" : ":" + code.asText());
    }
}
