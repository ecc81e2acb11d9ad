package dev.switchboard.drafting;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which facts of a bug report the client's words seem to hold: steps, expected, actual, where, since, affected. Offline
 * this is a hint from cue words in five languages; a person reviews every question that comes of it.
 */
final class ReportFacts {

    static final List<String> NAMES = List.of("actual", "where", "steps", "since", "expected", "affected");

    /** Shorter than this, a text names a subject and not what is wrong with it. */
    private static final int FEWEST_WORDS = 3;

    private static final Map<String, Pattern> CUES = cues();

    private ReportFacts() {}

    static List<String> missing(String words) {
        return NAMES.stream().filter(name -> !holds(name, words)).toList();
    }

    /** What is wrong, where, and one way to come near it (what was done, or since when) let a developer begin. */
    static boolean enough(List<String> missing) {
        var open = Set.copyOf(missing);
        return !open.contains("actual")
                && !open.contains("where")
                && (!open.contains("steps") || !open.contains("since"));
    }

    /** As a report names it. */
    static String label(String name) {
        return switch (name) {
            case "actual" -> "What happens";
            case "where" -> "Where (page, device, version)";
            case "steps" -> "Steps";
            case "since" -> "Since when";
            case "expected" -> "Expected";
            case "affected" -> "Who is affected";
            default -> name;
        };
    }

    private static boolean holds(String name, String words) {
        return name.equals("actual")
                ? words.strip().split("\\s+").length >= FEWEST_WORDS
                : CUES.get(name).matcher(words).find();
    }

    private static Map<String, Pattern> cues() {
        var file = new Properties();
        try (var stream = ReportFacts.class.getResourceAsStream("/drafting/report-cues.properties");
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            file.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var cues = new LinkedHashMap<String, Pattern>();
        for (var name : file.stringPropertyNames()) {
            var flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
            cues.put(name, Pattern.compile("\\b(" + file.getProperty(name) + ")", flags));
        }
        return cues;
    }
}
