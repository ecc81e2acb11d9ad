package dev.switchboard.ai;

import dev.switchboard.system.CannotStart;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which language model is asked, and how patiently.
 *
 * @param aiProvider {@code offline} or the name of a language model's vendor
 * @param aiModel the vendor's model; null: our default for that vendor
 * @param aiFallback who classifies when the model does not: {@code offline} or {@code person}
 * @param aiBudgetUsd what a calendar month (UTC) may cost; null: no limit
 * @param aiConnectTimeout to reach the vendor
 * @param aiAnswerTimeout for one whole answer, to its last byte
 * @param aiClassifyTimeout for a classifier with all its attempts
 * @param aiPatience what one request waits in all for answers that do not come; below a minute, because by then the
 *     request must be a person's
 * @param aiConcurrency calls under way at once
 * @param aiPrices by model name
 */
@ConfigurationProperties("switchboard")
record AiProperties(
        String aiProvider,
        String aiModel,
        String aiFallback,
        Double aiBudgetUsd,
        @DefaultValue("PT5S") Duration aiConnectTimeout,
        @DefaultValue("PT45S") Duration aiAnswerTimeout,
        @DefaultValue("PT15S") Duration aiClassifyTimeout,
        @DefaultValue("PT50S") Duration aiPatience,
        @DefaultValue("64") int aiConcurrency,
        Map<String, Price> aiPrices) {

    static final String OFFLINE = "offline";
    private static final String PERSON = "person";

    /** US dollars per million tokens. */
    record Price(double input, double output) {}

    AiProperties {
        aiProvider = or(aiProvider, OFFLINE);
        aiModel = or(aiModel, null);
        aiFallback = or(aiFallback, OFFLINE);
        aiPrices = aiPrices == null ? Map.of() : aiPrices;
        if (!aiFallback.equals(OFFLINE) && !aiFallback.equals(PERSON)) {
            throw new CannotStart("SWITCHBOARD_AI_FALLBACK=" + aiFallback + " is neither offline nor person.");
        }
        if (aiBudgetUsd != null && aiBudgetUsd < 0) {
            throw new CannotStart("SWITCHBOARD_AI_BUDGET_USD is below zero.");
        }
    }

    boolean offlineStandsIn() {
        return aiFallback.equals(OFFLINE);
    }

    /** Within which time all attempts of one question must be over, if the request has not waited in vain before. */
    Duration limit(Skill.Kind kind) {
        return kind == Skill.Kind.DECISION ? aiClassifyTimeout : aiPatience;
    }

    private static String or(String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value.strip();
    }
}
