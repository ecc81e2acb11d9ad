package dev.switchboard.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.system.CannotStart;
import dev.switchboard.system.Connector;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What the environment variables say, and which of them stop the start. */
class AiConfigurationTest {

    private static final String KEY = "sk-very-secret";

    @Test
    void nothingSetIsTheOfflineModel() {
        var started = start(Map.of());

        assertThat(started.vendor().live()).isFalse();
        assertThat(started.connector().state()).isEqualTo(Connector.State.SIMULATED);
    }

    @ParameterizedTest
    @CsvSource({
        "openai, OPENAI_API_KEY, 'openai, gpt-4.1-mini'",
        "anthropic, ANTHROPIC_API_KEY, 'anthropic, claude-sonnet-4-5'",
        "ollama, OLLAMA_BASE_URL, 'ollama, llama3.1'"
    })
    void aConnectedVendorIsLiveWithADefaultModelAndShowsNoSecret(String provider, String variable, String detail) {
        var value = variable.endsWith("URL") ? "http://localhost:11434" : KEY;

        var started = start(Map.of("SWITCHBOARD_AI_PROVIDER", provider, variable, value));

        assertThat(started.connector().state()).isEqualTo(Connector.State.LIVE);
        assertThat(started.connector().detail()).isEqualTo(detail);
        assertThat(started.toString()).doesNotContain(KEY);
        assertThat(Account.checked("OPENAI", KEY, "http://x/v1").toString()).doesNotContain(KEY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SWITCHBOARD_AI_PROVIDER=openai | SWITCHBOARD_AI_PROVIDER=openai but OPENAI_API_KEY is not set.
            SWITCHBOARD_AI_PROVIDER=anthropic ANTHROPIC_API_KEY= | SWITCHBOARD_AI_PROVIDER=anthropic but ANTHROPIC_API_KEY is not set.
            SWITCHBOARD_AI_PROVIDER=ollama | SWITCHBOARD_AI_PROVIDER=ollama but OLLAMA_BASE_URL is not set, such as http://localhost:11434.
            SWITCHBOARD_AI_PROVIDER=skynet | SWITCHBOARD_AI_PROVIDER=skynet is none of offline, openai, anthropic, ollama.
            SWITCHBOARD_AI_FALLBACK=maybe | SWITCHBOARD_AI_FALLBACK=maybe is neither offline nor person.
            SWITCHBOARD_AI_BUDGET_USD=-1 | SWITCHBOARD_AI_BUDGET_USD is below zero.
            SWITCHBOARD_AI_PROVIDER=openai OPENAI_API_KEY=sk-very-secret\u00e9 | OPENAI_API_KEY holds characters that no key has: copy it again.
            SWITCHBOARD_AI_PROVIDER=openai OPENAI_API_KEY=sk-very-secret OPENAI_BASE_URL=proxy:80 | OPENAI_BASE_URL is not an address such as https://host/path (without user and password).
            SWITCHBOARD_AI_PROVIDER=openai OPENAI_API_KEY=sk-very-secret OPENAI_BASE_URL=https://me:sk-very-secret@proxy/v1 | OPENAI_BASE_URL is not an address such as https://host/path (without user and password).
            SWITCHBOARD_AI_PROVIDER=openai OPENAI_API_KEY=sk-very-secret SWITCHBOARD_AI_MODEL=new SWITCHBOARD_AI_BUDGET_USD=5 | SWITCHBOARD_AI_BUDGET_USD is set but the price of new is not known: set switchboard.ai-prices for it, input and output per million tokens.
            """)
    void whatIsHalfConfiguredStopsTheStartWithOneSentence(String variables, String sentence) {
        var environment = new HashMap<String, Object>();
        for (var variable : variables.split(" ")) {
            var parts = variable.split("=", 2);
            environment.put(parts[0], parts[1]);
        }

        assertThatThrownBy(() -> start(environment))
                .satisfies(failure -> assertThat(NestedExceptionUtils.getMostSpecificCause(failure))
                        .isInstanceOf(CannotStart.class)
                        .hasMessage(sentence));
        assertThat(sentence).doesNotContain(KEY);
    }

    @Test
    void aBudgetStandsInTheTableAtTheStart() {
        var started = start(Map.of(
                "SWITCHBOARD_AI_PROVIDER", "openai",
                "OPENAI_API_KEY", KEY,
                "SWITCHBOARD_AI_BUDGET_USD", "5",
                "SWITCHBOARD_AIPRICES_GPT41MINI_INPUT", "0.4",
                "SWITCHBOARD_AIPRICES_GPT41MINI_OUTPUT", "1.6"));

        assertThat(started.connector().detail()).isEqualTo("openai, gpt-4.1-mini, 0.00 of 5.00 USD spent this month");
    }

    @Test
    void prices() {
        var prices = new Prices(bind(Map.of(
                "SWITCHBOARD_AIPRICES_GPT41MINI_INPUT", "0.4",
                "SWITCHBOARD_AIPRICES_GPT41MINI_OUTPUT", "1.6")));

        assertThat(prices.cost("gpt-4.1-mini-2025-04-14", "gpt-4.1-mini", 1_000_000, 500_000))
                .isEqualTo(1.2);
        assertThat(prices.cost("gpt-4.1-mini", "other", 1_000_000, 0)).isEqualTo(0.4);
        assertThat(prices.cost("other", "other", 1_000_000, 0)).isNull();
        assertThat(prices.cost("gpt-4.1-mini", "gpt-4.1-mini", null, null)).isNull();
    }

    private record Started(Vendor vendor, Connector connector) {}

    private static Started start(Map<String, Object> variables) {
        var properties = bind(variables);
        var vendor = new AiConfiguration().vendor(properties, new Prices(properties), environment(variables));
        return new Started(
                vendor, new AiConfiguration().aiConnector(vendor, new TestGateway(vendor, properties).budget));
    }

    private static AiProperties bind(Map<String, ?> variables) {
        return Binder.get(environment(variables)).bindOrCreate("switchboard", AiProperties.class);
    }

    @SuppressWarnings("unchecked") // the environment of a test is never written to
    private static StandardEnvironment environment(Map<String, ?> variables) {
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        sources.forEach(source -> sources.remove(source.getName()));
        sources.addFirst(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, (Map<String, Object>) variables));
        ConfigurationPropertySources.attach(environment);
        return environment;
    }
}
