package dev.switchboard.document;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The edge to where bytes lie: a folder, or a bucket. A key ({@link Keys}) is written once and never changed. */
interface DocumentStore {

    /**
     * Durable when it returns; writing the same bytes under the same key again is no error.
     *
     * @throws IllegalArgumentException when the key is that of other bytes
     * @throws java.io.UncheckedIOException when they may not have been kept: call it again
     */
    void write(String key, byte[] bytes);

    /** @throws java.io.UncheckedIOException when the key is not there, cannot be read or is damaged */
    byte[] read(String key);

    /**
     * Takes away all bytes that were ever kept of a document, those too that no version points at; nothing there is no
     * error.
     *
     * @throws java.io.UncheckedIOException when some may still be there: call it again
     */
    void erase(String documentId);

    /** Where a browser may fetch the bytes itself for a while, without our credentials; empty where there is no such. */
    default Optional<URI> link(String key, String fileName, String contentType, Duration validFor) {
        return Optional.empty();
    }
}
