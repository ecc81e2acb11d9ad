package dev.switchboard.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Desk;
import dev.switchboard.FakeTwilio;
import dev.switchboard.SwitchboardTest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SwitchboardTest
class TwilioStatusTest extends TwilioProgram {

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

    @Test
    void aStateOfATextNobodyKnowsIsTaken() {
        post(STATUS, status(newSid(), "delivered", null)).expect(200);
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
        var number = Desk.newNumber();
        post(MESSAGES, text(number, "Is anybody there?")).expect(200);
        var request = desk.request(number);
        desk.admin()
                .post("/api/requests/" + request + "/messages", "{\"body\":\"Yes, we are.\"}")
                .expect(201);
        await().atMost(Desk.BOUND).untilAsserted(() -> {
            assertThat(desk.outbound(request)).hasSize(1);
            assertThat(state(desk.outbound(request).get(0))).isEqualTo("sent");
        });
        return TWILIO.textsTo(number).get(0);
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
