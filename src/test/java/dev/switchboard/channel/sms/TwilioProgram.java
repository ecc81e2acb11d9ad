package dev.switchboard.channel.sms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Caller;
import dev.switchboard.Caller.Answer;
import dev.switchboard.Desk;
import dev.switchboard.FakeTwilio;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A program with a Twilio account, behind a proxy that the world sees under another address. */
abstract class TwilioProgram {

    static final String PUBLIC_URL = "https://sms.example.org:8443/office";
    static final String MESSAGES = "/webhooks/twilio/messages";
    static final String STATUS = "/webhooks/twilio/status";
    static final FakeTwilio TWILIO = new FakeTwilio();

    @LocalServerPort
    int port;

    Desk desk;

    @DynamicPropertySource
    static void account(DynamicPropertyRegistry registry) {
        registry.add("test.public-url", () -> PUBLIC_URL);
        registry.add("twilio.timeout", () -> "PT1S");
        TWILIO.settings().forEach((name, value) -> registry.add(name, () -> value));
    }

    @BeforeEach
    void desk() {
        desk = new Desk(port);
    }

    /** A form as Twilio signs and sends it. */
    Answer post(String path, Map<String, String> form) {
        return post(path, form, FakeTwilio.signature(FakeTwilio.TOKEN, PUBLIC_URL + path, form));
    }

    Answer post(String path, Map<String, String> form, String signature) {
        var twilio = Caller.anonymous(port);
        return send(signature == null ? twilio : twilio.with("X-Twilio-Signature", signature), path, encode(form));
    }

    static Answer send(Caller caller, String path, String body) {
        return caller.send("POST", path, "application/x-www-form-urlencoded", body);
    }

    static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> Desk.encode(field.getKey()) + "=" + Desk.encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String newSid() {
        return "SM" + UUID.randomUUID().toString().replace("-", "");
    }

    /** What Twilio sends with a text, and a few fields that nobody reads. */
    static Map<String, String> text(String from, String body) {
        var form = new LinkedHashMap<String, String>();
        form.put("ToCountry", "US");
        form.put("MessageSid", newSid());
        form.put("SmsStatus", "received");
        form.put("NumMedia", "0");
        form.put("AccountSid", FakeTwilio.ACCOUNT);
        form.put("From", from);
        form.put("To", FakeTwilio.NUMBER);
        form.put("Body", body);
        return form;
    }

    /** "sent", or "failed:30008". */
    static String state(JsonNode message) {
        var code = message.path("errorCode");
        return message.path("status").asText() + (code.isNull() ? "" : ":" + code.asText());
    }
}
