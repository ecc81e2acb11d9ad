package dev.switchboard.ai;

import dev.switchboard.system.CannotStart;
import java.net.URI;

/**
 * An account with a vendor, from the variables that the vendor's own tools read.
 *
 * @param apiKey null where the vendor needs none
 * @param baseUrl without a trailing slash
 */
record Account(String apiKey, String baseUrl) {

    /** @throws CannotStart one sentence that names the variable and shows no secret */
    static Account checked(String vendor, String apiKey, String baseUrl) {
        // A character that no header can carry would make the HTTP client print the key in its complaint
        if (apiKey != null && !apiKey.strip().chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new CannotStart(vendor + "_API_KEY holds characters that no key has: copy it again.");
        }
        return new Account(apiKey == null ? null : apiKey.strip(), checkedUrl(vendor + "_BASE_URL", baseUrl));
    }

    String host() {
        return URI.create(baseUrl).getHost();
    }

    /** The text without the key: some vendors repeat it in a refusal. */
    String without(String text) {
        return apiKey == null ? text : text.replace(apiKey, "***");
    }

    /** Never prints the key. */
    @Override
    public String toString() {
        return "Account[" + host() + "]";
    }

    private static String checkedUrl(String variable, String url) {
        try {
            var uri = URI.create(url.strip());
            if (uri.getHost() != null
                    && uri.getUserInfo() == null
                    && String.valueOf(uri.getScheme()).startsWith("http")) {
                return uri.toString().replaceAll("/+$", "");
            }
        } catch (IllegalArgumentException e) {
            // Said below, without what was in it
        }
        throw new CannotStart(variable + " is not an address such as https://host/path (without user and password).");
    }
}
