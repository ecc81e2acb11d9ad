package dev.switchboard.dossier;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchboard.process.ApprovedWords;
import dev.switchboard.process.CaseHistory;
import dev.switchboard.process.Vars;
import dev.switchboard.system.Hashes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every text that a request's record holds, found by its SHA-256: which words was it that somebody approved? */
final class Words {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Found> byHash = new LinkedHashMap<>();
    private final Set<String> drafted = new HashSet<>();

    /** @param in where these very words lie, such as {@code message M-3} */
    record Found(String text, List<String> in) {}

    void add(String text, String where) {
        if (text != null && !text.isEmpty()) {
            byHash.computeIfAbsent(Hashes.sha256(text), hash -> new Found(text, new ArrayList<>()))
                    .in()
                    .add(where);
        }
    }

    /** A report is approved together with its title, and kept without. */
    void addPaper(String title, String markdown, String where) {
        add(markdown, where);
        add(ApprovedWords.bugReport(title, markdown), where);
    }

    /** The values that a person's form and the drafts went through; long texts are members of JSON values. */
    void addVariables(List<CaseHistory.Instance> instances) {
        for (var instance : instances) {
            for (var change : instance.variables()) {
                if (change.value() instanceof String text) {
                    var where = "variable " + change.name() + " at " + change.at();
                    add(text, where);
                    members(text).forEach((name, member) -> add(member, where));
                }
            }
        }
    }

    /** What a model wrote, so that it can be told whether a person changed it. */
    void addModelOutput(String output) {
        drafted.addAll(members(output).values());
    }

    Found found(String sha256) {
        return byHash.get(sha256);
    }

    /** Whether a model wrote exactly these words; null when they are gone. */
    Boolean unedited(String sha256) {
        var found = byHash.get(sha256);
        return found == null ? null : drafted.contains(found.text());
    }

    /** Texts of a JSON object by member, and title and text of a report as they are approved: together. */
    private static Map<String, String> members(String text) {
        var members = new LinkedHashMap<String, String>();
        var json = text.startsWith("{") ? parse(text) : null;
        if (json != null && json.isObject()) {
            json.fields().forEachRemaining(member -> {
                if (member.getValue().isTextual()) {
                    members.put(member.getKey(), member.getValue().textValue());
                }
            });
            var report = ApprovedWords.bugReport(
                    members.getOrDefault(Vars.REPORT_TITLE, ""), members.getOrDefault(Vars.MARKDOWN, ""));
            if (!report.isEmpty()) {
                members.put("report", report);
            }
        }
        return members;
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            // A client may well begin a text with a brace
            return null;
        }
    }
}
