package dev.switchboard.audit;

import dev.switchboard.system.Problem;
import dev.switchboard.system.Times;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** What to show of the log; a null field filters nothing, {@code actor} is a kind or a name. */
record EventFilter(String request, String client, String actor, String type, String from, String to) {

    EventFilter {
        from = time("from", from);
        to = time("to", to);
    }

    private static String time(String name, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return Times.text(OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeException e) {
            throw Problem.badRequest(
                    name + " must be an RFC 3339 time such as 2026-01-31T08:00:00Z, not \"" + value + "\".");
        }
    }
}
