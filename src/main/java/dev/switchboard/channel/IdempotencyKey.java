package dev.switchboard.channel;

import dev.switchboard.system.Problem;

/** A caller's own name for one text: sent again under the same name, it is the same text and leaves once. */
final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 200;

    private IdempotencyKey() {}

    /** @return null where the caller gave none */
    static String of(String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        if (header.length() > LONGEST) {
            throw Problem.badRequest(
                    "The Idempotency-Key has " + header.length() + " characters; at most " + LONGEST + " are kept.");
        }
        return header.strip();
    }
}
