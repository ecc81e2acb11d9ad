package dev.switchboard.ai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What a model is told, from a file under {@code prompts/}: rules, how the input is given, and the answer's JSON schema
 * in the last fenced block. A file that was ever used is not changed: a new number is a new file, because the record of
 * a call names it.
 *
 * @param version the file's name without its ending
 */
record PromptFile(String version, String text, String schema) {

    private static final String MARK = "{{mark}}";
    private static final Pattern SCHEMA = Pattern.compile("```json\\n(\\{.*?)\\n```", Pattern.DOTALL);
    private static final Map<String, PromptFile> LOADED = new ConcurrentHashMap<>();

    static PromptFile of(String version) {
        return LOADED.computeIfAbsent(version, PromptFile::load);
    }

    /** The version without its number. */
    String purpose() {
        return version.substring(0, version.lastIndexOf('-'));
    }

    String text(Fence fence) {
        return text.replace(MARK, fence.mark());
    }

    private static PromptFile load(String version) {
        try (var stream = PromptFile.class.getResourceAsStream("/prompts/" + version + ".md")) {
            if (stream == null) {
                throw new IllegalStateException("There is no prompt prompts/" + version + ".md");
            }
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            var schema = SCHEMA.matcher(text);
            if (!schema.find()) {
                throw new IllegalStateException("prompts/" + version + ".md has no JSON schema of its answer");
            }
            return new PromptFile(version, text, schema.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
