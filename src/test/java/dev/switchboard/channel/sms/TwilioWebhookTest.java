package dev.switchboard.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Caller;
import dev.switchboard.Desk;
import dev.switchboard.FakeTwilio;
import dev.switchboard.SwitchboardTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@SwitchboardTest
@ExtendWith(OutputCaptureExtension.class)
class TwilioWebhookTest extends TwilioProgram {

    @Autowired
    JdbcClient database;

    @Test
    void aSignedTextIsOnDiskWhenItIsAcknowledgedAndBecomesARequest() {
        var number = Desk.newNumber();
        var text = text(number, "The export button does nothing 😀");
        var answer = post(MESSAGES, text).expect(200);
        assertThat(answer.header("Content-Type")).startsWith("text/xml");
        assertThat(answer.body()).contains("<Response/>").doesNotContain("<Message");
        assertThat(bodyOf(text)).containsExactly("The export button does nothing 😀");

        var message = desk.messages(desk.request(number)).get(0);
        assertThat(message.path("providerId").asText()).isEqualTo(text.get("MessageSid"));
        assertThat(message.path("to").asText()).isEqualTo(FakeTwilio.NUMBER);
    }

    @Test
    void aRepeatGetsTheSameAnswerAndChangesNothing() {
        var number = Desk.newNumber();
        var text = text(number, "Can you add dark mode?");
        var first = post(MESSAGES, text).expect(200).body();
        desk.task(desk.request(number), "triage_request");
        var before = counts();

        text.put("Body", "a repeat is told by its id, whatever else it says");
        assertThat(post(MESSAGES, text).expect(200).body()).isEqualTo(first);
        assertThat(counts()).isEqualTo(before);
        assertThat(bodyOf(text)).containsExactly("Can you add dark mode?");
    }

    @Test
    void whatTwilioDidNotSignIsRefusedAndKeptNowhere(CapturedOutput log) {
        var text = text(Desk.newNumber(), "let me in");
        var good = FakeTwilio.signature(FakeTwilio.TOKEN, PUBLIC_URL + MESSAGES, text);
        var before = counts();
        assertThat(problem(post(MESSAGES, text, null), 403)).contains("TWILIO_AUTH_TOKEN");
        post(MESSAGES, text, "").expect(403);
        post(MESSAGES, text, "not base64 \u00e9").expect(403);
        post(MESSAGES, text, good.substring(1)).expect(403);
        post(MESSAGES, text, FakeTwilio.signature("another token", PUBLIC_URL + MESSAGES, text))
                .expect(403);
        var changed = text(text.get("From"), "let me in!");
        changed.put("MessageSid", text.get("MessageSid"));
        post(MESSAGES, changed, good).expect(403);
        assertThat(counts()).isEqualTo(before);

        post(MESSAGES, text, good).expect(200);
        assertThat(log.getAll()).doesNotContain(good).doesNotContain(FakeTwilio.TOKEN);
    }

    @Test
    void theSignedAddressIsThePublicOneAndNoHeaders() {
        var text = text(Desk.newNumber(), "hello");
        var path = MESSAGES + "?tenant=a%20b&x=";
        post(path, text).expect(200);

        var spoofed = text(Desk.newNumber(), "hello");
        var signature = FakeTwilio.signature(FakeTwilio.TOKEN, "https://evil.example.com" + MESSAGES, spoofed);
        var caller = Caller.anonymous(port)
                .with("X-Twilio-Signature", signature)
                .with("X-Forwarded-Host", "evil.example.com")
                .with("X-Forwarded-Proto", "https")
                .with("X-Forwarded-Port", "443")
                .with("Forwarded", "host=evil.example.com;proto=https");
        send(caller, MESSAGES, encode(spoofed)).expect(403);
        var local = FakeTwilio.signature(FakeTwilio.TOKEN, "http://127.0.0.1:" + port + MESSAGES, spoofed);
        post(MESSAGES, spoofed, local).expect(403);
        var withoutPath = FakeTwilio.signature(FakeTwilio.TOKEN, "https://sms.example.org:8443" + MESSAGES, spoofed);
        post(MESSAGES, spoofed, withoutPath).expect(403);
        assertThat(bodyOf(spoofed)).isEmpty();

        var honest = FakeTwilio.signature(FakeTwilio.TOKEN, PUBLIC_URL + MESSAGES, spoofed);
        send(caller.with("X-Twilio-Signature", honest), MESSAGES, encode(spoofed))
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MessageSid", "From"})
    void aSignedFormWithoutWhatMakesItAMessageIsRefused(String field) {
        var text = text(Desk.newNumber(), "hello");
        text.put(field, "");
        assertThat(problem(post(MESSAGES, text), 400)).contains(field);
        text.remove(field);
        assertThat(problem(post(MESSAGES, text), 400)).contains(field);
    }

    @Test
    void aBodyThatCannotBeATextIsRefused() {
        assertThat(problem(post(MESSAGES, text(Desk.newNumber(), "x".repeat(1_000_000))), 413))
                .contains("bytes");
        var signed = Caller.anonymous(port).with("X-Twilio-Signature", "x");
        assertThat(problem(send(signed, MESSAGES, "Body=" + "x".repeat(10_000_000)), 413))
                .contains("bytes");
        assertThat(problem(send(signed, MESSAGES, "Body=%zz&From=%"), 400)).contains("hexadecimal");
        send(signed, MESSAGES, "").expect(403);
        send(signed, MESSAGES, "&&&=&=").expect(403);
        Caller.anonymous(port).get(MESSAGES).expect(405);
    }

    @Test
    void wordsInNoEncodingAreKeptAsFarAsTheyCanBeRead() {
        var text = text(Desk.newNumber(), "broken \ufffd byte");
        var signature = FakeTwilio.signature(FakeTwilio.TOKEN, PUBLIC_URL + MESSAGES, text);
        var body = encode(text).replace("%EF%BF%BD", "%FF");
        send(Caller.anonymous(port).with("X-Twilio-Signature", signature), MESSAGES, body)
                .expect(200);
        assertThat(bodyOf(text)).containsExactly("broken \ufffd byte");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1",
                "+999999999999999999999",
                "12345",
                "ACME",
                "whatsapp:+14155550100",
                "anonymous",
                "<script>alert(1)</script>",
                "O'Hara; drop table message",
                "${7*7}",
                "\u202e+15550100001",
            })
    void aTextOfAnyoneIsKeptAndReachesAPerson(String from) {
        var text = text(from, "Hello, who reads this?");
        post(MESSAGES, text).expect(200);
        assertThat(bodyOf(text)).containsExactly("Hello, who reads this?");
        desk.task(desk.request(from), "triage_request");
    }

    @Test
    void everythingATextCanHoldIsKeptUnchanged() {
        for (var body :
                List.of("👩‍👩‍👧‍👦 é e\u0301 \u0000 ﷽ 漢字", "  spaces stay \r\n\t", "a+b&c=d%20", "x".repeat(1600))) {
            var text = text(Desk.newNumber(), body);
            post(MESSAGES, text).expect(200);
            assertThat(bodyOf(text)).containsExactly(body.replace('\u0000', '\ufffd'));
            desk.task(desk.request(text.get("From")), "triage_request");
        }
    }

    @Test
    void aPictureWithoutWordsIsAMessageAndAWrongCountLosesNothing() {
        var number = Desk.newNumber();
        var picture = text(number, "");
        picture.put("NumMedia", "one");
        picture.put("MediaUrl0", "https://media.example.com/1");
        picture.put("MediaContentType0", "image/png");
        post(MESSAGES, picture).expect(200);
        assertThat(desk.messages(desk.request(number)).get(0).path("body").asText())
                .isEmpty();
        assertThat(media(picture)).isEqualTo("[{\"documentId\":null,\"contentType\":\"image/png\",\"bytes\":null}]");

        for (var count : List.of("", "-1", "99999999999", "2147483647")) {
            var text = text(Desk.newNumber(), "count " + count);
            text.put("NumMedia", count);
            post(MESSAGES, text).expect(200);
        }
    }

    @Test
    void healthTellsOfTheAccountAndAWebhookNeverAsksForIt() {
        var before = TWILIO.accountCalls();
        var number = Desk.newNumber();
        post(MESSAGES, text(number, "Is the account well?")).expect(200);
        post(STATUS, Map.of("MessageSid", newSid(), "MessageStatus", "sent")).expect(200);
        desk.request(number);
        assertThat(TWILIO.accountCalls()).isEqualTo(before);
        var health = desk.admin().get("/actuator/health").expect(200).json().at("/components/sms");
        assertThat(health.path("status").asText()).isEqualTo("UP");
        assertThat(health.at("/details/connector").asText()).isEqualTo("live");
        assertThat(TWILIO.accountCalls()).isEqualTo(before + 1);
    }

    @Test
    void aTextToAMessagingServiceNeedsNoNumberOfOurs() {
        var text = text(Desk.newNumber(), "Through the service");
        text.remove("To");
        text.put("MessagingServiceSid", "MG00000000000000000000000000000001");
        post(MESSAGES, text).expect(200);
        assertThat(bodyOf(text)).containsExactly("Through the service");
        assertThat(stored("to_address", text)).containsExactly("MG00000000000000000000000000000001");
        desk.task(desk.request(text.get("From")), "triage_request");
    }

    @Test
    void thereIsNoSimulatedPhoneBesideTheRealOne() {
        var form = Desk.json(Map.of("from", "+15550100001", "body", "hello"));
        assertThat(problem(desk.admin().post("/api/simulator/messages", form), 404))
                .contains("Twilio");
        desk.admin().get("/api/simulator/messages").expect(404);
    }

    private static String problem(Caller.Answer answer, int status) {
        assertThat(answer.expect(status).header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        return problem.path("detail").asText();
    }

    private Map<String, Object> counts() {
        return database.sql("""
                        select (select count(*) from message) as messages, (select count(*) from request) as requests,
                               (select count(*) from event) as events, (select count(*) from address) as addresses
                        """).query().singleRow();
    }

    private List<String> bodyOf(Map<String, String> text) {
        return stored("body", text);
    }

    private String media(Map<String, String> text) {
        return stored("media", text).get(0);
    }

    private List<String> stored(String column, Map<String, String> text) {
        return database.sql("select " + column + " from message where provider_id = ?")
                .param(text.get("MessageSid"))
                .query(String.class)
                .list();
    }
}
