package dev.switchboard.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;

/** An archive as somebody finds it who has nothing else. */
record Unzipped(Map<String, byte[]> files) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Unzipped of(byte[] zip) {
        var files = new LinkedHashMap<String, byte[]>();
        try (var stream = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                files.put(entry.getName(), stream.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Unzipped(files);
    }

    String text(String file) {
        if (!files.containsKey(file)) {
            throw new AssertionError(file + " is none of " + files.keySet());
        }
        return new String(files.get(file), StandardCharsets.UTF_8);
    }

    JsonNode json(String file) {
        return read(text(file));
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }

    /** All files, one after the other. */
    String everything() {
        return files.keySet().stream().map(this::text).collect(Collectors.joining("\n"));
    }
}
