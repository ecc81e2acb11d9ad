package dev.switchboard.ai;

import dev.switchboard.system.CannotStart;
import dev.switchboard.system.Connector;
import dev.switchboard.system.ConnectorHealth;
import dev.switchboard.system.Setting;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

@Configuration
class AiConfiguration {

    private static final String OPENAI = "openai";
    private static final String ANTHROPIC = "anthropic";
    private static final String OLLAMA = "ollama";

    @Bean
    Vendor vendor(AiProperties properties, Prices prices, Environment environment) {
        var timeout = properties.aiConnectTimeout();
        var vendor =
                switch (properties.aiProvider()) {
                    case AiProperties.OFFLINE -> Vendor.NONE;
                    case OPENAI ->
                        Vendors.openAi(
                                account(environment, OPENAI, "https://api.openai.com/v1"),
                                model(properties, Vendors.DEFAULT_OPENAI),
                                timeout);
                    case ANTHROPIC ->
                        Vendors.anthropic(
                                account(environment, ANTHROPIC, "https://api.anthropic.com"),
                                model(properties, Vendors.DEFAULT_ANTHROPIC),
                                timeout);
                    case OLLAMA ->
                        Vendors.ollama(ollama(environment), model(properties, Vendors.DEFAULT_OLLAMA), timeout);
                    default ->
                        throw new CannotStart("SWITCHBOARD_AI_PROVIDER=" + properties.aiProvider()
                                + " is none of offline, openai, anthropic, ollama.");
                };
        if (vendor.live() && properties.aiBudgetUsd() != null && !prices.knows(vendor.model())) {
            throw new CannotStart("SWITCHBOARD_AI_BUDGET_USD is set but the price of " + vendor.model()
                    + " is not known: set switchboard.ai-prices for it, input and output per million tokens.");
        }
        return vendor;
    }

    /** By its last call, since each question costs: one that goes wrong says more than one asked for this alone. */
    @Bean
    HealthIndicator aiHealthIndicator(Vendor vendor, ModelCalls calls, Budget budget, Clock clock) {
        return vendor.live()
                ? new ConnectorHealth(
                        connector(vendor, ""),
                        () -> Optional.ofNullable(budget.exhausted())
                                .or(() -> Optional.ofNullable(calls.lastOutcome(vendor.provider()))
                                        .filter(outcome -> outcome.startsWith(ModelCalls.FAILED))
                                        .map(outcome -> "The last call " + outcome)),
                        clock)
                : ConnectorHealth.of(connector(vendor, ""), clock);
    }

    @Bean
    Connector aiConnector(Vendor vendor, Budget budget) {
        return connector(vendor, budget.summary());
    }

    /** @param budget what the table at the start adds; it changes by the month, so health has its own words for it */
    private static Connector connector(Vendor vendor, String budget) {
        return vendor.live()
                ? new Connector(
                        "Language model", Connector.State.LIVE, vendor.provider() + ", " + vendor.model() + budget)
                : new Connector(
                        "Language model",
                        Connector.State.SIMULATED,
                        "offline classifier and templates, marked as such; set SWITCHBOARD_AI_PROVIDER");
    }

    @Bean
    @Order(20)
    Setting aiBudgetSetting(AiProperties properties) {
        var budget = properties.aiBudgetUsd();
        return new Setting(
                "Artificial intelligence",
                "Budget of a month",
                budget == null ? "no limit" : "%.2f US dollars".formatted(budget),
                "SWITCHBOARD_AI_BUDGET_USD");
    }

    private static String model(AiProperties properties, String otherwise) {
        return properties.aiModel() == null ? otherwise : properties.aiModel();
    }

    private static Account account(Environment environment, String vendor, String defaultUrl) {
        var key = set(environment, vendor + ".api-key");
        if (key == null) {
            throw new CannotStart("SWITCHBOARD_AI_PROVIDER=" + vendor + " but " + vendor.toUpperCase(Locale.ROOT)
                    + "_API_KEY is not set.");
        }
        var url = set(environment, vendor + ".base-url");
        return Account.checked(vendor.toUpperCase(Locale.ROOT), key, url == null ? defaultUrl : url);
    }

    private static Account ollama(Environment environment) {
        var url = set(environment, OLLAMA + ".base-url");
        if (url == null) {
            throw new CannotStart(
                    "SWITCHBOARD_AI_PROVIDER=ollama but OLLAMA_BASE_URL is not set, such as http://localhost:11434.");
        }
        return Account.checked("OLLAMA", null, url);
    }

    private static String set(Environment environment, String property) {
        var value = environment.getProperty(property);
        return value == null || value.isBlank() ? null : value;
    }
}
