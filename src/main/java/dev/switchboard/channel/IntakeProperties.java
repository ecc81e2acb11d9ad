package dev.switchboard.channel;

import dev.switchboard.system.CannotStart;
import java.time.DateTimeException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How texts of one sender are taken together.
 *
 * @param burstWindow ISO 8601: how long after a text another one still belongs to it; {@code PT0S} takes each by itself
 * @param reopenWithin ISO 8601: how long after a request was closed its client's words may still be about it
 */
@ConfigurationProperties("switchboard")
record IntakeProperties(String burstWindow, String reopenWithin) {

    private static final Duration LONGEST_WINDOW = Duration.ofMinutes(10);
    private static final Duration LONGEST_MEMORY = Duration.ofDays(366);

    Duration window() {
        return read("SWITCHBOARD_BURST_WINDOW", burstWindow, LONGEST_WINDOW, "PT20S");
    }

    Duration reopen() {
        return read("SWITCHBOARD_REOPEN_WITHIN", reopenWithin, LONGEST_MEMORY, "P7D");
    }

    private static Duration read(String variable, String value, Duration longest, String example) {
        try {
            var read = Duration.parse(value.strip());
            if (!read.isNegative() && read.compareTo(longest) <= 0) {
                return read;
            }
        } catch (DateTimeException e) {
            throw new CannotStart(sentence(variable, value, longest, example), e);
        }
        throw new CannotStart(sentence(variable, value, longest, example));
    }

    private static String sentence(String variable, String value, Duration longest, String example) {
        return "%s is \"%s\": set it to a duration from PT0S to %s, such as %s."
                .formatted(variable, value, longest, example);
    }
}
