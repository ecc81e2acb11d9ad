package dev.switchboard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.system.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;

/** The prompt files as they are shipped. */
public final class Prompts {

    private Prompts() {}

    public static String text(String version) {
        try (var stream = Prompts.class.getResourceAsStream("/prompts/" + version + ".md")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode schema(String version) {
        var text = text(version);
        var from = text.indexOf("```json\n") + "```json\n".length();
        return Json.read(text.substring(from, text.indexOf("\n```", from)), JsonNode.class);
    }

    /** What a strict JSON schema must say, and what the record reads. */
    public static List<String> problems(String version, Class<?> answerType) {
        var schema = schema(version);
        var members = Arrays.stream(answerType.getRecordComponents())
                .map(member -> member.getName())
                .toList();
        var problems = new ArrayList<String>();
        if (!names(schema.path("properties").fieldNames()).equals(members)) {
            problems.add("properties");
        }
        if (!StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .toList()
                .equals(members)) {
            problems.add("required");
        }
        if (schema.path("additionalProperties").asBoolean(true)) {
            problems.add("additionalProperties");
        }
        if (!text(version).contains("`BEGIN DATA {{mark}}` and `END DATA {{mark}}`")) {
            problems.add("fence");
        }
        return problems;
    }

    private static List<String> names(Iterator<String> names) {
        var all = new ArrayList<String>();
        names.forEachRemaining(all::add);
        return all;
    }
}
