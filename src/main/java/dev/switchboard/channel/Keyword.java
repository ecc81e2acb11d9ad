package dev.switchboard.channel;

import java.util.Locale;
import java.util.Set;

/**
 * Words that are a command to the channel when they are a text's whole body. Source: Twilio, "Twilio support for opt-out
 * keywords (SMS STOP filtering)"; REVOKE and OPTOUT joined Twilio's list in April 2025.
 */
enum Keyword {
    STOP("STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL"),
    START("START", "UNSTOP"),
    HELP("HELP"),
    NONE;

    private final Set<String> words;

    Keyword(String... words) {
        this.words = Set.of(words);
    }

    /** Whether a message's keyword is one of these, and not what {@link WholeText} found in it. */
    static boolean isCommand(String keyword) {
        return Set.of(STOP.name(), START.name(), HELP.name()).contains(String.valueOf(keyword));
    }

    /** What the provider says it answered counts even where the words are ones of another language's list. */
    static Keyword of(String body, String answeredByProvider) {
        for (var word : new String[] {answeredByProvider, body}) {
            if (word != null) {
                var upper = word.strip().toUpperCase(Locale.ROOT);
                for (var keyword : values()) {
                    if (keyword.words.contains(upper)) {
                        return keyword;
                    }
                }
            }
        }
        return NONE;
    }
}
