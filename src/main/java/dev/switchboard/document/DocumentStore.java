package dev.switchboard.document;

/** The edge to where bytes lie: a folder, or a bucket. A key is written once and never changed. */
interface DocumentStore {

    /** Durable when it returns; writing the same bytes under the same key again is no error. */
    void write(String key, byte[] bytes);

    /** @throws java.io.UncheckedIOException when the key is not there or cannot be read */
    byte[] read(String key);
}
