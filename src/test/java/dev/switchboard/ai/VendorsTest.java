package dev.switchboard.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.switchboard.FakeLlm;
import dev.switchboard.FakeLlm.Step;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each vendor's own way to be asked and to answer, behind one interface. */
class VendorsTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final FakeLlm llm = FakeLlm.start();

    @AfterEach
    void close() {
        llm.close();
    }

    static Stream<Arguments> vendors() {
        return Stream.of(
                vendor(
                        url -> Vendors.openAi(Account.checked("OPENAI", FakeLlm.KEY, url + "/v1/"), "gpt-4.1", LONG),
                        "/v1/chat/completions",
                        FakeLlm.KEY,
                        FakeLlm.MODEL,
                        "/response_format/json_schema/schema/properties/value/enum/0"),
                vendor(
                        url -> Vendors.anthropic(Account.checked("ANTHROPIC", FakeLlm.KEY, url), "claude", LONG),
                        "/v1/messages",
                        FakeLlm.KEY,
                        "claude-sonnet-4-5-20250929",
                        null),
                vendor(
                        url -> Vendors.ollama(Account.checked("OLLAMA", null, url), "llama3.1", LONG),
                        "/api/chat",
                        null,
                        "llama3.1:8b",
                        "/format/properties/value/enum/0"));
    }

    private static Arguments vendor(
            Function<String, Vendor> vendor, String path, String key, String model, String schema) {
        return arguments(vendor, path, key, model, schema);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("vendors")
    void isAskedInItsOwnWayAndUnderstood(
            Function<String, Vendor> vendor, String path, String key, String model, String schema) {
        llm.always("classify_type", Step.says("{\"value\":\"yes\",\"confidence\":0.9}"));
        var test = new TestGateway(vendor.apply(llm.url()), TestGateway.properties(LONG, LONG));

        var answer = test.ask(Skill.Kind.DECISION, "step", "hello");

        assertThat(answer.value().value()).isEqualTo("yes");
        assertThat(answer.model()).isEqualTo(model);
        assertThat(test.calls.rows).singleElement().satisfies(call -> {
            assertThat(call.inputTokens()).isEqualTo(FakeLlm.INPUT_TOKENS);
            assertThat(call.outputTokens()).isEqualTo(FakeLlm.OUTPUT_TOKENS);
        });
        var asked = llm.calls().get(0);
        assertThat(asked.path()).isEqualTo(path);
        assertThat(asked.key()).isEqualTo(key);
        assertThat(asked.system()).contains("\"enum\": [\"feature\"");
        assertThat(asked.user()).startsWith("BEGIN DATA ");
        if (schema != null) {
            assertThat(asked.body().at(schema).asText()).isEqualTo("feature");
        }
    }

    @Test
    void tokensThatNobodyCountedAreNotZeroAndCostNothingKnown() {
        llm.always("classify_type", Step.sends("""
                        {"model":"gpt-4.1-mini","created_at":"2026-01-01T00:00:00Z","done":true,"done_reason":"stop",
                         "message":{"role":"assistant","content":"{\\"value\\":\\"yes\\",\\"confidence\\":0.9}"}}"""));
        var vendor = Vendors.ollama(Account.checked("OLLAMA", null, llm.url()), "gpt-4.1-mini", LONG);
        var test = new TestGateway(vendor, TestGateway.properties(LONG, LONG));

        assertThat(test.ask(Skill.Kind.DECISION, "step", "hello").value().value())
                .isEqualTo("yes");
        assertThat(test.calls.rows).singleElement().satisfies(call -> {
            assertThat(call.inputTokens()).isNull();
            assertThat(call.outputTokens()).isNull();
            assertThat(call.costUsd()).isNull();
        });
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("vendors")
    void saysWhenItsAnswerWasCut(Function<String, Vendor> vendor) {
        llm.next("classify_type", Step.saysCut("{\"value\":\"yes\",\"confidence\":0.9}"));
        llm.always("classify_type", Step.status(503));
        var test = new TestGateway(vendor.apply(llm.url()), TestGateway.properties(LONG, LONG));

        var answer = test.ask(Skill.Kind.DRAFT, "step", "hello");

        assertThat(answer.unavailable()).isEqualTo("the model's vendor has a fault (status 503)");
        assertThat(test.calls.outcomes().get(0)).isEqualTo("reasked: it was cut off before its end: be shorter");
        assertThat(llm.calls()).hasSize(3);
    }
}
