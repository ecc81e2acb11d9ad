package dev.switchboard.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What became of an erasure, for the person who asked for it.
 *
 * @param status {@code erased}, or {@code erasing} while it goes on by itself
 * @param erasedAt null while it goes on
 * @param counts how much was found, by kind
 * @param outside what lies where Switchboard cannot erase
 */
record Receipt(
        String id,
        String status,
        String askedBy,
        Instant askedAt,
        Instant erasedAt,
        Map<String, Long> counts,
        List<Outside> outside) {

    /** @param what and {@code where}: for a person who goes there and takes it away */
    record Outside(String what, String where) {}

    boolean through() {
        return erasedAt != null;
    }
}
