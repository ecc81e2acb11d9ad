package dev.switchboard.document;

import dev.switchboard.system.Hashes;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A key ends in the SHA-256 of its bytes: it can mean only these, and damage shows whoever keeps them. */
final class Keys {

    private Keys() {}

    static String of(String documentId, byte[] bytes) {
        return prefix(documentId) + Hashes.sha256(bytes);
    }

    /** With the slash: the bytes of D-1 are none of D-12. */
    static String prefix(String documentId) {
        return documentId + "/";
    }

    static String sha256(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    /** @throws IllegalArgumentException when the key is that of other bytes */
    static void check(String key, byte[] bytes) {
        if (!sha256(key).equals(Hashes.sha256(bytes))) {
            throw new IllegalArgumentException("the key " + key + " is that of other bytes");
        }
    }

    /** @throws UncheckedIOException when these are not the bytes that were written */
    static byte[] verified(String key, byte[] bytes) {
        if (!sha256(key).equals(Hashes.sha256(bytes))) {
            throw new UncheckedIOException(new IOException("the document " + key + " is damaged: its hash is another"));
        }
        return bytes;
    }
}
