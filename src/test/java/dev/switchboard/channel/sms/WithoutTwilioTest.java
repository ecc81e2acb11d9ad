package dev.switchboard.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchboard.Caller;
import dev.switchboard.FakeTwilio;
import dev.switchboard.SwitchboardTest;
import dev.switchboard.system.CannotStart;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@SwitchboardTest
class WithoutTwilioTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"messages", "status"})
    void theWebhooksSayWhatIsMissing(String webhook) {
        var answer = Caller.anonymous(port)
                .with("X-Twilio-Signature", "x")
                .send("POST", "/webhooks/twilio/" + webhook, "application/x-www-form-urlencoded", "From=1")
                .expect(503);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("detail").asText()).contains("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN");
    }

    @ParameterizedTest
    @CsvSource({
        "AC1,,,,TWILIO_AUTH_TOKEN",
        ",token,,,TWILIO_ACCOUNT_SID",
        "AC1,token,,,TWILIO_FROM",
        ",,+15550100001,,TWILIO_ACCOUNT_SID",
        ",,,MG1,TWILIO_ACCOUNT_SID",
    })
    void halfAnAccountStopsTheStart(String sid, String token, String from, String service, String missing) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() ->
                        new TwilioProperties(sid, token, from, service, "http://127.0.0.1", Duration.ofSeconds(10)))
                .withMessageContaining(missing);
    }

    @Test
    void theTokenIsNotPrinted() {
        assertThat(new TwilioProperties(
                        "AC1", FakeTwilio.TOKEN, "+1", null, "http://127.0.0.1", Duration.ofSeconds(10)))
                .asString()
                .doesNotContain(FakeTwilio.TOKEN);
    }
}
