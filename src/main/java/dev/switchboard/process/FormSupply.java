package dev.switchboard.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Our forms, as they lie on the class path. */
final class FormSupply {

    private FormSupply() {}

    static boolean has(String key) {
        return read(key).isPresent();
    }

    static Optional<byte[]> read(String key) {
        if (!key.matches("[a-z-]+")) {
            return Optional.empty();
        }
        try (var stream = FormSupply.class.getResourceAsStream("/forms/" + key + ".form")) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the form " + key + " cannot be read", e);
        }
    }
}
