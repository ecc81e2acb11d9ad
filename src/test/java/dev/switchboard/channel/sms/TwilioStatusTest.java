package dev.switchboard.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Desk;
import dev.switchboard.FakeTwilio;
import dev.switchboard.SwitchboardTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SwitchboardTest
class TwilioStatusTest extends TwilioProgram {

    private static final String HANDLE = "handle_undelivered_text";

    @Autowired
    JdbcClient database;

    @ParameterizedTest
    @CsvSource({
        "queued sent delivered,                delivered",
        "delivered sent sending queued,        delivered",
        "sent sent sent,                       sent",
        "undelivered:30003 delivered sent,     undelivered:30003",
        "failed:30008 sent,                    failed:30008",
        "delivered failed:30008,               delivered",
        "sent undelivered:30005 undelivered,   undelivered:30005",
        "accepted scheduled,                   sent",
        "read,                                 delivered",
        "canceled,                             failed",
        "nonsense DELIVERED delivered_,                sent",
    })
    void aStateOnlyMovesForwardAndAFinalOneStays(String callbacks, String expected) {
        var text = sentText();
        for (var callback : callbacks.split(" ")) {
            var parts = callback.split(":");
            post(STATUS, status(text.sid(), parts[0], parts.length > 1 ? parts[1] : null))
                    .expect(200);
        }
        assertThat(state(message(text))).isEqualTo(expected);
        assertThat(desk.events("message_delivered", event -> isAbout(event, message(text))))
                .hasSize(expected.equals("delivered") ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "sent,                                 sent",
        "queued sent delivered,                delivered",
        "delivered sent queued,                delivered",
        "undelivered:30003 delivered,          undelivered:30003",
        "delivered undelivered:30003,          delivered",
        "sent sent failed:30007 sent,          failed:30007",
    })
    void whatIsSaidBeforeTheSendingIsWrittenDownIsKeptAndCounts(String callbacks, String expected) {
        var text = sentText(callbacks);
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(state(message(text))).isEqualTo(expected));
        await().atMost(Desk.BOUND).until(() -> early(text.sid()) == 0);
        post(STATUS, status(text.sid(), "sent", null)).expect(200);
        post(STATUS, status(text.sid(), "queued", null)).expect(200);
        assertThat(state(message(text))).isEqualTo(expected);
        for (var type : List.of("message_delivered", "message_undelivered", "message_failed")) {
            assertThat(desk.events(type, event -> isAbout(event, message(text))))
                    .as(type)
                    .hasSize(type.equals("message_" + expected.split(":")[0]) ? 1 : 0);
        }
    }

    @Test
    void whatIsSaidOfATextWhoseAnswerWasLostCountsToo() {
        TWILIO.loseNextAnswer();
        var text = sentText("delivered");
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(state(message(text))).isEqualTo("delivered"));
        assertThat(TWILIO.textsTo(text.to())).hasSize(1);
        assertThat(desk.events("message_delivered", event -> isAbout(event, message(text))))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "undelivered, 30007, not delivered (Twilio 30007). The carrier took the text for spam",
        "undelivered, 30034, not delivered (Twilio 30034). Our number is not registered",
        "failed, 30036, not sent (Twilio 30036). Look the code up",
        "canceled, , not sent. Look the code up"
    })
    void aTextThatTurnsOutNotToArriveIsAPersonsTaskOnce(String state, String code, String reason) {
        var text = sentText();
        var request = desk.request(text.to());
        for (var again = 0; again < 3; again++) {
            post(STATUS, status(text.sid(), state, code)).expect(200);
        }
        var task = desk.task(request, HANDLE);
        assertThat(desk.variable(task, "undeliveredReason").asText()).contains(reason);
        assertThat(desk.variable(task, "clientMessage").asText()).isEqualTo(text.body());
        assertThat(desk.admin()
                        .get("/engine-rest/task/" + task + "/identity-links")
                        .expect(200)
                        .body())
                .contains("\"account\"");
        // As if the power had gone before it was noted that the task is there
        database.sql("update undelivered_text set handed_at = null").update();
        await().atMost(Desk.BOUND)
                .until(() -> database.sql("select count(*) from undelivered_text where handed_at is null")
                                .query(Integer.class)
                                .single()
                        == 0);
        assertThat(desk.task(request, HANDLE)).isEqualTo(task);
        assertThat(TWILIO.attemptsTo(text.to())).hasSize(1);
        assertThat(state(message(text)))
                .isEqualTo((state.equals("canceled") ? "failed" : state) + (code == null ? "" : ":" + code));
    }

    @Test
    void aHelpTextThatDoesNotArriveIsNobodysTask() {
        var number = Desk.newNumber();
        post(MESSAGES, text(number, "HELP")).expect(200);
        await().atMost(Desk.BOUND).until(() -> TWILIO.textsTo(number).size() == 1);
        var sid = TWILIO.textsTo(number).get(0).sid();
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(desk.events(
                        "message_sent",
                        event -> event.at("/details/providerId").asText().equals(sid)))
                .hasSize(1));
        post(STATUS, status(sid, "undelivered", "30003")).expect(200);
        assertThat(database.sql("select count(*) from undelivered_text u join message m on m.id = u.message_id"
                                + " where m.provider_id = ?")
                        .param(sid)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aStateOfATextNobodyKnowsIsTaken() {
        var sid = newSid();
        post(STATUS, status(sid, "delivered", null)).expect(200);
        post(STATUS, status(sid, "delivered", null)).expect(200);
        assertThat(early(sid)).isEqualTo(1);
    }

    @Test
    void aStateOfAnInboundTextChangesNothing() {
        var text = text(Desk.newNumber(), "hello");
        post(MESSAGES, text).expect(200);
        post(STATUS, status(text.get("MessageSid"), "failed", "30008")).expect(200);
        assertThat(state(desk.messages(desk.request(text.get("From"))).get(0))).isEqualTo("received");
    }

    @Test
    void whatTwilioDidNotSignOrCannotMeanIsRefused() {
        var text = sentText();
        post(STATUS, status(text.sid(), "failed", "30008"), "wrong").expect(403);
        post(STATUS, status(text.sid(), "failed", "30008"), null).expect(403);
        post(STATUS, Map.of("MessageSid", text.sid())).expect(400);
        post(STATUS, Map.of("MessageStatus", "failed")).expect(400);
        assertThat(state(message(text))).isEqualTo("sent");
    }

    /** A staff member's words that Twilio took. */
    private FakeTwilio.Sms sentText() {
        return sentText("");
    }

    /** @param early what Twilio says of it before it answers */
    private FakeTwilio.Sms sentText(String early) {
        var number = Desk.newNumber();
        TWILIO.beforeTheAnswer(number, sms -> {
            for (var callback : early.isEmpty() ? new String[0] : early.split(" ")) {
                var parts = callback.split(":");
                post(STATUS, status(sms.sid(), parts[0], parts.length > 1 ? parts[1] : null))
                        .expect(200);
            }
        });
        post(MESSAGES, text(number, "Is anybody there?")).expect(200);
        var request = desk.request(number);
        desk.admin()
                .post("/api/requests/" + request + "/messages", "{\"body\":\"Yes, we are.\"}")
                .expect(201);
        await().atMost(Desk.BOUND).untilAsserted(() -> {
            assertThat(desk.outbound(request)).hasSize(1);
            assertThat(desk.outbound(request).get(0).path("providerId").isTextual())
                    .isTrue();
        });
        return TWILIO.textsTo(number).get(0);
    }

    /** How many states wait for this text. */
    private int early(String sid) {
        return database.sql("select count(*) from early_delivery_state where provider_id = ?")
                .param(sid)
                .query(Integer.class)
                .single();
    }

    private JsonNode message(FakeTwilio.Sms text) {
        return desk.outbound(desk.request(text.to())).get(0);
    }

    private static boolean isAbout(JsonNode event, JsonNode message) {
        return event.path("details").path("message").equals(message.path("id"));
    }

    private static Map<String, String> status(String sid, String status, String errorCode) {
        var form = new LinkedHashMap<String, String>();
        form.put("MessageSid", sid);
        form.put("MessageStatus", status);
        form.put("To", "+15550100001");
        if (errorCode != null) {
            form.put("ErrorCode", errorCode);
        }
        return form;
    }
}
