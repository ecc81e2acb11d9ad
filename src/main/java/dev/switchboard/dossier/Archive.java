package dev.switchboard.dossier;

import dev.switchboard.system.Json;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip that is sent while it is written. */
final class Archive implements AutoCloseable {

    private final ZipOutputStream zip;
    private final Set<String> once = new HashSet<>();

    Archive(OutputStream to) {
        this.zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
    }

    /** What writes one file; closing its stream ends the file and not the zip. */
    interface Content {
        void write(OutputStream to) throws IOException;
    }

    void add(String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        content.write(new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() {
                // The zip goes on
            }
        });
        zip.closeEntry();
    }

    void add(String name, byte[] bytes) throws IOException {
        add(name, to -> to.write(bytes));
    }

    void add(String name, String text) throws IOException {
        add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same name again adds nothing: the same words may have been approved twice. */
    void addOnce(String name, String text) throws IOException {
        if (once.add(name)) {
            add(name, text);
        }
    }

    void addJson(String name, Object value) throws IOException {
        add(name, Json.pretty(value));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
