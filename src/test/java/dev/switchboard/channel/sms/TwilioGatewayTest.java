package dev.switchboard.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.Desk;
import dev.switchboard.FakeTwilio;
import dev.switchboard.SwitchboardTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The real gateway against a Twilio that fails: a text is handed over until it is taken, and never twice. */
@SwitchboardTest
class TwilioGatewayTest extends TwilioProgram {

    @Test
    void aTextIsOneCallWithOurAccountSenderAndCallback() {
        var number = Desk.newNumber();
        var request = askedBy(number);
        say(request, "Grüße & 100% 😀 + more");
        awaitSent(request);
        var calls = TWILIO.attemptsTo(number);
        assertThat(calls).hasSize(1);
        var call = calls.get(0);
        assertThat(call.form())
                .containsEntry("Body", "Grüße & 100% 😀 + more")
                .containsEntry("From", FakeTwilio.NUMBER)
                .containsEntry("StatusCallback", PUBLIC_URL + STATUS);
        assertThat(call.authorization())
                .isEqualTo("Basic "
                        + Base64.getEncoder()
                                .encodeToString((FakeTwilio.ACCOUNT + ":" + FakeTwilio.TOKEN)
                                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(call.host()).isEqualTo(URI.create(TWILIO.url()).getAuthority());
        assertThat(TWILIO.searchesFor(number)).isEmpty();
        var message = desk.outbound(request).get(0);
        assertThat(message.path("providerId").asText())
                .isEqualTo(TWILIO.textsTo(number).get(0).sid());
    }

    /** A refusal is certain, so nobody searches; after a server's error the text may have been taken. */
    @ParameterizedTest
    @CsvSource({"500,20500,true", "503,20503,true", "429,20429,false", "400,21611,false", "401,20003,false"})
    void aRefusedTextIsOneCallPerAttemptAndIsSentLater(int status, int code, boolean searched) {
        var number = Desk.newNumber();
        var request = askedBy(number);
        TWILIO.refuseNext(status, code);
        say(request, "Second time lucky");
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(TWILIO.attemptsTo(number)).hasSize(1));
        if (!searched) {
            await().atMost(Desk.BOUND)
                    .untilAsserted(() ->
                            assertThat(state(desk.outbound(request).get(0))).isEqualTo("queued:" + code));
        }
        awaitSent(request);
        assertThat(TWILIO.attemptsTo(number)).hasSize(2);
        assertThat(TWILIO.searchesFor(number)).hasSize(searched ? 1 : 0);
        assertThat(TWILIO.textsTo(number)).hasSize(1);
        assertThat(state(desk.outbound(request).get(0))).isEqualTo("sent");
    }

    @Test
    void aTextThatDidNotArriveIsSentAgain() {
        var number = Desk.newNumber();
        var request = askedBy(number);
        TWILIO.dropNext();
        say(request, "Can you hear me?");
        awaitSent(request);
        assertThat(TWILIO.attemptsTo(number)).hasSize(2);
        assertThat(TWILIO.textsTo(number)).hasSize(1);
    }

    @Test
    void aTextWhoseAnswerWasLostIsFoundAndNotSentAgain() {
        var number = Desk.newNumber();
        var request = askedBy(number);
        TWILIO.loseNextAnswer();
        say(request, "Did you get this?");
        awaitSent(request);
        assertThat(TWILIO.attemptsTo(number)).hasSize(1);
        var text = TWILIO.textsTo(number).get(0);
        assertThat(desk.outbound(request).get(0).path("providerId").asText()).isEqualTo(text.sid());
    }

    /** What was done before it went wrong is found, what was not is done: once in either case. */
    @ParameterizedTest
    @EnumSource(FakeTwilio.Trouble.class)
    void whateverGoesWrongThereIsOneTextInTheEnd(FakeTwilio.Trouble trouble) {
        var number = Desk.newNumber();
        var request = askedBy(number);
        TWILIO.goWrongNext(trouble);
        say(request, "Only once, please");
        awaitSent(request);
        assertThat(TWILIO.textsTo(number)).hasSize(1);
        assertThat(TWILIO.attemptsTo(number)).hasSize(trouble.takesEffect ? 1 : 2);
        assertThat(TWILIO.searchesFor(number)).hasSize(1);
        assertThat(desk.outbound(request).get(0).path("providerId").asText())
                .isEqualTo(TWILIO.textsTo(number).get(0).sid());
    }

    @Test
    void nobodyListensForAWhile() {
        var number = Desk.newNumber();
        var request = askedBy(number);
        TWILIO.hangUp();
        try {
            say(request, "Hello?");
            await().atMost(Desk.BOUND)
                    .untilAsserted(() ->
                            assertThat(state(desk.outbound(request).get(0))).isEqualTo("sending"));
        } finally {
            TWILIO.pickUp();
        }
        awaitSent(request);
        assertThat(TWILIO.textsTo(number)).hasSize(1);
    }

    @Test
    void anEarlierTextWithTheSameWordsIsNotTakenForTheLostOne() {
        var number = Desk.newNumber();
        var request = askedBy(number);
        say(request, "Done.");
        awaitSent(request);
        TWILIO.dropNext();
        say(request, "Done.");
        awaitSent(request);
        assertThat(TWILIO.textsTo(number)).hasSize(2);
        assertThat(desk.outbound(request).stream()
                        .map(message -> message.path("providerId"))
                        .distinct())
                .hasSize(2);
    }

    private String askedBy(String number) {
        post(MESSAGES, text(number, "Is anybody there?")).expect(200);
        return desk.request(number);
    }

    private void say(String request, String words) {
        desk.admin()
                .post("/api/requests/" + request + "/messages", Desk.json(Map.of("body", words)))
                .expect(201);
    }

    private void awaitSent(String request) {
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(desk.outbound(request))
                .allSatisfy(message -> assertThat(state(message)).isEqualTo("sent")));
    }
}
