package dev.switchboard.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.switchboard.Desk;
import dev.switchboard.FakeTwilio;
import dev.switchboard.SwitchboardTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no other attempt can change is a person's task at once; who opted out is left alone, and the work goes on. */
@SwitchboardTest
class TwilioRefusalTest extends TwilioProgram {

    private static final String HANDLE = "handle_undelivered_text";

    @Test
    void anApprovedTextThatIsRefusedForGoodIsAPersonsTaskAndTheProcessGoesOn() {
        var number = Desk.newNumber();
        TWILIO.refuseNext(400, 21211);
        var request = answered(number, "We open at nine.");

        var task = desk.task(request, HANDLE);
        assertThat(desk.variable(task, "undeliveredReason").asText())
                .isEqualTo("The text was not sent (Twilio 21211)."
                        + " The number is not one that Twilio can reach: check the contact's number.");
        assertThat(desk.variable(task, "clientMessage").asText()).isEqualTo("We open at nine.");
        assertThat(desk.variable(task, "phone").asText()).isEqualTo(number);
        assertThat(TWILIO.attemptsTo(number)).hasSize(1);
        assertThat(TWILIO.searchesFor(number)).isEmpty();
        assertThat(state(request)).isEqualTo("failed:21211");
        var said = events("message_failed", request).path("details");
        assertThat(said.path("reason").asText()).contains("check the contact's number");
        assertThat(said.path("attempts").asInt()).isEqualTo(1);
        // What is left to do is to be seen on the closed request too
        desk.awaitStatus(request, "closed");
        assertThat(steps(request)).containsExactly(HANDLE);
        assertThat(desk.admin()
                        .get("/engine-rest/incident/count?processDefinitionKeyIn=question,undelivered_text")
                        .expect(200)
                        .json()
                        .path("count")
                        .asInt())
                .isZero();
    }

    @Test
    void whoIsReachedAnotherWayIsSentNothing() {
        var number = Desk.newNumber();
        TWILIO.refuseNext(400, 21614);
        var request = answered(number, "We open at nine.");
        desk.complete(desk.task(request, HANDLE), Map.of("decision", "reached")).expect(204);
        await().atMost(Desk.BOUND).until(() -> ended(request) == 1);
        assertThat(steps(request)).isEmpty();
        assertThat(TWILIO.attemptsTo(number)).hasSize(1);
    }

    @Test
    void aPersonSendsItAgainInOtherWordsAndExactlyThoseLeave() {
        var number = Desk.newNumber();
        TWILIO.refuseNext(400, 30034);
        var request = answered(number, "We open at nine.");
        var task = desk.task(request, HANDLE);
        assertThat(desk.complete(task, Map.of("decision", "send_again", "clientMessage", "x".repeat(1601)))
                        .body())
                .contains("1601");
        desk.complete(task, Map.of("decision", "send_again", "clientMessage", "Nine o'clock."))
                .expect(204);
        await().atMost(Desk.BOUND).until(() -> ended(request) == 1);
        assertThat(TWILIO.textsTo(number)).extracting(FakeTwilio.Sms::body).containsExactly("Nine o'clock.");
        assertThat(desk.outbound(request)).extracting(TwilioProgram::state).containsExactly("failed:30034", "sent");
        assertThat(desk.outbound(request).get(1).path("approvedBy").asText()).isEqualTo("admin");
    }

    @Test
    void whatDoesNotArriveTheSecondTimeEitherIsATaskAgain() {
        var number = Desk.newNumber();
        TWILIO.refuseNext(400, 21614);
        var request = answered(number, "We open at nine.");
        TWILIO.refuseNext(400, 21408);
        var first = desk.task(request, HANDLE);
        desk.complete(first, Map.of("decision", "send_again", "clientMessage", "We open at nine."))
                .expect(204);
        await().atMost(Desk.BOUND).until(() -> !desk.task(request, HANDLE).equals(first));
        assertThat(desk.variable(desk.task(request, HANDLE), "undeliveredReason")
                        .asText())
                .contains("Twilio 21408");
        assertThat(TWILIO.attemptsTo(number)).hasSize(2);
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
        assertThat(steps(request)).isEmpty();
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
        assertThat(desk.outbound(request).get(0).path("encoding").asText()).isEqualTo("UCS-2");
        assertThat(desk.variable(desk.task(request, HANDLE), "undeliveredReason")
                        .asText())
                .contains("Twilio " + code);
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

    private List<String> steps(String request) {
        return desk.admin()
                .get("/api/requests/" + request)
                .expect(200)
                .json()
                .path("currentSteps")
                .findValuesAsText("id");
    }

    /** How many follow-ups of this request are over. */
    private int ended(String request) {
        return desk.admin()
                .get("/engine-rest/history/process-instance/count?finished=true&processDefinitionKey=undelivered_text"
                        + "&processInstanceBusinessKey=" + request)
                .expect(200)
                .json()
                .path("count")
                .asInt();
    }

    private JsonNode events(String type, String request) {
        var found = desk.events(
                type, event -> request.equals(event.path("requestId").asText()));
        return found.isEmpty() ? MissingNode.getInstance() : found.get(0);
    }

    private String state(String request) {
        return state(desk.outbound(request).get(0));
    }
}
