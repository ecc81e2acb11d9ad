package dev.switchboard.dossier;

import dev.switchboard.system.Times;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Whose rows are meant, as the SQL in {@link Holdings} names them.
 *
 * @param client id, or {@link #NONE}
 * @param requests ids
 * @param numbers addresses that are the client's and nobody else's
 * @param documents ids
 * @param looseEvents events that name neither client nor request and are theirs all the same, such as the first text of
 *     a number that was nobody's yet
 */
record Scope(
        String client, List<String> requests, List<String> numbers, List<String> documents, List<Long> looseEvents) {

    /** Names nobody; an empty list would be no SQL everywhere. */
    static final String NONE = "-";

    Map<String, Object> parameters(Instant now) {
        return Map.of(
                "client", client,
                "requests", orNone(requests),
                "numbers", orNone(numbers),
                "documents", orNone(documents),
                "events", looseEvents.isEmpty() ? List.of(-1L) : looseEvents,
                "now", Times.text(now));
    }

    private static List<String> orNone(List<String> ids) {
        return ids.isEmpty() ? List.of(NONE) : ids;
    }
}
