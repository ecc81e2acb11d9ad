package dev.switchboard.ai;

import static dev.switchboard.FakeLlm.Step.breaksOff;
import static dev.switchboard.FakeLlm.Step.drips;
import static dev.switchboard.FakeLlm.Step.hangs;
import static dev.switchboard.FakeLlm.Step.says;
import static dev.switchboard.FakeLlm.Step.saysCut;
import static dev.switchboard.FakeLlm.Step.sends;
import static dev.switchboard.FakeLlm.Step.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.switchboard.FakeLlm;
import dev.switchboard.FakeLlm.Step;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way a model can fail: what comes of it, how many calls it took, and what the record says. */
class ModelFaultsTest {

    private static final String PURPOSE = "classify_type";
    private static final Step YES = says("{\"value\":\"yes\",\"confidence\":0.9}");
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final FakeLlm llm = FakeLlm.start();
    private final TestGateway test = gateway(llm.openAiUrl(), LONG, LONG);

    @AfterEach
    void close() {
        llm.close();
    }

    /** The first call loads classes for longer than the tests' patience. */
    @BeforeAll
    static void warmUp() {
        try (var llm = FakeLlm.start()) {
            llm.always(PURPOSE, YES);
            gateway(llm.openAiUrl(), Duration.ofSeconds(30), Duration.ofSeconds(30))
                    .ask(Skill.Kind.DRAFT, "", "");
        }
    }

    static Stream<Arguments> passing() {
        var now = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).minusSeconds(5));
        return Stream.of(
                arguments("a fault of the vendor", status(500), "failed: the model's vendor has a fault (status 500)"),
                arguments("overload", status(529), "failed: the model's vendor has a fault (status 529)"),
                arguments(
                        "too many calls, come back",
                        status(429, "Retry-After", "1"),
                        "failed: the model's vendor limits our calls (status 429)"),
                arguments(
                        "… by a date",
                        status(429, "Retry-After", now),
                        "failed: the model's vendor limits our calls (status 429)"),
                arguments("a gateway's fault", status(503), "failed: the model's vendor has a fault (status 503)"),
                arguments("a time-out there", status(408), "failed: the model's vendor has a fault (status 408)"),
                arguments(
                        "a refusal to answer",
                        sends("{\"id\":\"x\",\"object\":\"chat.completion\",\"model\":\"m\",\"choices\":[{\"index\":0,"
                                + "\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":null,"
                                + "\"refusal\":\"I cannot.\"}}]}"),
                        "reasked: it is not the JSON object that was asked for"),
                arguments("no answer", hangs(), "failed: the model did not answer within 2 s"),
                arguments("an answer that never ends", drips(), "failed: the model did not answer within 2 s"),
                arguments("a connection that breaks", breaksOff(), "failed: the connection to the model broke"),
                arguments(
                        "something that is no answer",
                        sends("<html>Bad gateway</html>"),
                        "failed: the model's vendor sent something that is no answer"),
                arguments("an empty answer", sends("{}"), "reasked: it is not the JSON object that was asked for"),
                arguments(
                        "words",
                        says("Certainly! It is a yes."),
                        "reasked: it is not the JSON object that was asked for"),
                arguments("nothing", says(""), "reasked: it is not the JSON object that was asked for"),
                arguments(
                        "broken JSON",
                        says("{\"value\":\"yes\","),
                        "reasked: it is not the JSON object that was asked for"),
                arguments(
                        "other JSON",
                        says("{\"value\":[1],\"confidence\":{}}"),
                        "reasked: it is not the JSON object that was asked for"),
                arguments(
                        "an unknown label",
                        says("{\"value\":\"maybe\",\"confidence\":1}"),
                        "reasked: value must be yes or no"),
                arguments("a missing member", says("{\"value\":\"yes\"}"), "reasked: value must be yes or no"),
                arguments(
                        "a cut answer",
                        saysCut("{\"value\":\"yes\",\"confidence\":0.9}"),
                        "reasked: it was cut off before its end: be shorter"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passing")
    void aFaultThatPassesCostsOneMoreCall(String name, Step fault, String outcome) {
        var test = patientFor(outcome);
        llm.next(PURPOSE, fault, YES);

        var answer = test.ask(Skill.Kind.DRAFT, "step", "hello");

        assertThat(answer.value()).isEqualTo(new TestGateway.Reply("yes", 0.9));
        assertThat(answer.author()).isEqualTo(FakeLlm.MODEL + ", classify_type-1");
        assertThat(answer.unavailable()).isNull();
        assertThat(test.calls.outcomes()).containsExactly(outcome, "answered");
        assertThat(llm.calls()).hasSize(2);
    }

    static Stream<Arguments> lasting() {
        return Stream.of(
                arguments("a fault of the vendor", status(500), 2, "the model's vendor has a fault (status 500)"),
                arguments("too many calls", status(429), 1, "the model's vendor limits our calls (status 429)"),
                arguments(
                        "… for long",
                        status(429, "Retry-After", "11"),
                        1,
                        "the model's vendor limits our calls (status 429)"),
                arguments(
                        "… for no time one can read",
                        status(429, "Retry-After", "later"),
                        1,
                        "the model's vendor limits our calls (status 429)"),
                arguments(
                        "… again and again",
                        status(429, "Retry-After", "0"),
                        2,
                        "the model's vendor limits our calls (status 429)"),
                arguments("a wrong key", status(401), 1, "the model's vendor refused our key (status 401)"),
                arguments("a key without the right", status(403), 1, "the model's vendor refused our key (status 403)"),
                arguments(
                        "a call it does not understand",
                        status(400),
                        1,
                        "the model's vendor refused our call (status 400)"),
                arguments("an unknown model", status(404), 1, "the model's vendor refused our call (status 404)"),
                arguments(
                        "a redirect",
                        status(302, "Location", "http://127.0.0.1:1/"),
                        1,
                        "the model's vendor refused our call (status 302)"),
                arguments("no answer", hangs(), 2, "the model did not answer within 2 s"),
                arguments("an answer that never ends", drips(), 2, "the model did not answer within 2 s"),
                arguments("a connection that breaks", breaksOff(), 2, "the connection to the model broke"),
                arguments(
                        "something that is no answer",
                        sends("<html>"),
                        2,
                        "the model's vendor sent something that is no answer"),
                arguments(
                        "words",
                        says("I am sorry."),
                        2,
                        "the model gave no usable answer: it is not the JSON object that was asked for"),
                arguments(
                        "a cut answer",
                        saysCut("{\"value\":\"y"),
                        2,
                        "the model gave no usable answer: it was cut off before its end: be shorter"),
                arguments(
                        "an unknown label",
                        says("{\"value\":\"maybe\",\"confidence\":1}"),
                        2,
                        "the model gave no usable answer: value must be yes or no"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lasting")
    void aFaultThatLastsEndsWithAReasonInWords(String name, Step fault, int calls, String reason) {
        var test = patientFor(reason);
        llm.always(PURPOSE, fault);

        var draft = test.ask(Skill.Kind.DRAFT, "step", "hello");

        assertThat(draft.given()).isFalse();
        assertThat(draft.value()).isEqualTo(new TestGateway.Reply("", 0.0));
        assertThat(draft.author()).isEqualTo("nobody: " + reason);
        assertThat(llm.calls()).hasSize(calls);
        assertThat(test.calls.rows).hasSize(calls);
        assertThat(test.calls.outcomes().get(calls - 1)).startsWith("failed: ");
        assertThat(test.calls.rows + draft.toString()).doesNotContain(FakeLlm.KEY);
    }

    @Test
    void whereTheVendorCannotBeReachedTheOfflineModelDecidesAndSaysSo() throws IOException {
        int freePort;
        try (var socket = new ServerSocket(0)) {
            freePort = socket.getLocalPort();
        }
        var alone = gateway("http://127.0.0.1:" + freePort + "/v1", LONG, LONG);

        var decision = alone.ask(Skill.Kind.DECISION, "step", "hello");

        assertThat(decision.value().value()).isEqualTo("no");
        assertThat(decision.author()).isEqualTo("offline test, rules-1");
        assertThat(decision.unavailable()).isEqualTo("the model's vendor cannot be reached");
        assertThat(alone.calls.outcomes())
                .containsExactly(
                        "failed: the model's vendor cannot be reached",
                        "failed: the model's vendor cannot be reached",
                        "answered");
    }

    @Test
    void aFaultAndAnUnusableReplyMayBothHappenOnce() {
        llm.next(PURPOSE, says("no JSON"), status(500), YES);

        assertThat(test.ask(Skill.Kind.DRAFT, "step", "hello").given()).isTrue();
        assertThat(llm.calls()).hasSize(3);
        assertThat(llm.calls().get(2).user())
                .endsWith(
                        "Your last answer could not be used: it is not the JSON object that was asked for. Answer again.");
    }

    @Test
    void aCodeFenceAndPoliteWordsAroundTheAnswerAreNoFault() {
        llm.next(
                PURPOSE,
                says("Sure:\n```json\n{\"value\":\"yes\",\"confidence\":0.9,\"why\":\"{}\"}\n```\nAnything else?"));

        assertThat(test.ask(Skill.Kind.DRAFT, "step", "hello").value().value()).isEqualTo("yes");
        assertThat(llm.calls()).hasSize(1);
    }

    @Test
    void aStepThatRunsAgainFindsItsAnswer() {
        llm.next(PURPOSE, status(500), YES);

        var first = test.ask(Skill.Kind.DRAFT, "step", "hello");
        var again = test.ask(Skill.Kind.DRAFT, "step", "hello");

        assertThat(again).isEqualTo(first);
        assertThat(llm.calls()).hasSize(2);
    }

    @Test
    void aRequestWaitsInVainOnlySoLong() {
        llm.always(PURPOSE, hangs());
        var hasty = gateway(llm.openAiUrl(), Duration.ofSeconds(30), Duration.ofMillis(600));

        hasty.ask(Skill.Kind.DRAFT, "first step", "hello");
        var second = hasty.ask(Skill.Kind.DRAFT, "second step", "hello");

        assertThat(second.unavailable())
                .isEqualTo("this request has waited long enough for a model that does not answer");
        assertThat(hasty.calls.rows).singleElement().satisfies(call -> assertThat(call.latencyMs())
                .isGreaterThanOrEqualTo(500));
        assertThat(llm.calls()).hasSize(1);
    }

    @Test
    void whatACallCostIsRecordedEvenIfItsReplyCannotBeUsed() {
        llm.next(PURPOSE, says("no JSON"), YES);

        test.ask(Skill.Kind.DRAFT, "step", "hello");

        assertThat(test.calls.rows).allSatisfy(call -> {
            assertThat(call.model()).isEqualTo(FakeLlm.MODEL);
            assertThat(call.promptVersion()).isEqualTo("classify_type-1");
            assertThat(call.inputTokens()).isEqualTo(FakeLlm.INPUT_TOKENS);
            assertThat(call.outputTokens()).isEqualTo(FakeLlm.OUTPUT_TOKENS);
            assertThat(call.costUsd()).isEqualTo((1_000 * 0.4 + 100 * 1.6) / 1_000_000);
            assertThat(call.input()).contains("\"hello\"");
        });
        assertThat(test.calls.rows.stream().map(ModelCalls.ModelCall::output).toList())
                .isEqualTo(List.of("no JSON", "{\"value\":\"yes\",\"confidence\":0.9}"));
    }

    /** Short only where the time-out is the fault: a busy machine may take its time elsewhere. */
    private TestGateway patientFor(String reason) {
        return reason.contains("did not answer") ? gateway(llm.openAiUrl(), SHORT, LONG) : test;
    }

    private static TestGateway gateway(String url, Duration answer, Duration patience) {
        var account = Account.checked("OPENAI", FakeLlm.KEY, url);
        return new TestGateway(
                Vendors.openAi(account, Vendors.DEFAULT_OPENAI, TestGateway.CONNECT),
                TestGateway.properties(answer, patience));
    }
}
