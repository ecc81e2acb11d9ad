package dev.switchboard.ai;

import dev.switchboard.ai.AiProperties.Price;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a call cost, from the table in the configuration: no vendor's answer says it. */
@Component
class Prices {

    private static final double MILLION = 1_000_000;

    private final Map<String, Price> prices;

    Prices(AiProperties properties) {
        prices = properties.aiPrices().entrySet().stream()
                .collect(Collectors.toMap(entry -> plain(entry.getKey()), Map.Entry::getValue, (a, b) -> b));
    }

    boolean knows(String model) {
        return prices.containsKey(plain(model));
    }

    /**
     * @param answered the model's name in the answer, often with a date that no price list has
     * @param asked the model's name in the call
     * @return US dollars; null when the price or the number of tokens is not known
     */
    Double cost(String answered, String asked, Integer inputTokens, Integer outputTokens) {
        var price = prices.getOrDefault(plain(answered), prices.get(plain(asked)));
        return price == null || inputTokens == null || outputTokens == null
                ? null
                : (inputTokens * price.input() + outputTokens * price.output()) / MILLION;
    }

    /** Dots and dashes get lost on the way from environment variables and YAML keys. */
    private static String plain(String model) {
        return model.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
