package dev.switchboard.ai;

import dev.switchboard.system.Json;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Keeps words from outside apart from ours. They are sent as JSON, in which no line of theirs can begin, between two
 * lines with a mark that is new for every question and that nobody can guess.
 */
record Fence(String mark) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    static Fence random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Fence(HexFormat.of().formatHex(bytes));
    }

    String around(Object data) {
        return """
                BEGIN DATA %s
                ```json
                %s
                ```
                END DATA %s

                Answer now with the JSON object alone.""".formatted(mark, Json.write(data), mark);
    }
}
