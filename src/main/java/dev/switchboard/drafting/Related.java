package dev.switchboard.drafting;

import dev.switchboard.request.Outcomes.Outcome;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of a client's past shares a word with the question: found by spelling alone, for a reviewer to judge. */
final class Related {

    /** Shorter words say little about a subject. */
    private static final int SHORTEST_WORD = 5;

    private Related() {}

    /** A Markdown list; empty where nothing is found. */
    static String to(Brief brief) {
        var asked = words(brief.allWords());
        var past = brief.history().stream()
                .filter(request -> shares(asked, request.title() + " " + request.said()))
                .map(Related::line);
        var known = brief.summary()
                .lines()
                .filter(line -> shares(asked, line))
                .map(line -> "- summary: " + line.strip().replaceFirst("^- ", ""));
        return Stream.concat(past, known).collect(Collectors.joining("\n"));
    }

    private static String line(Outcome request) {
        var said = request.said().isEmpty() ? "" : "; last said: “" + request.said() + "”";
        return "- " + request.requestId() + " “" + request.title() + "”, " + request.outcome() + said;
    }

    private static boolean shares(Set<String> asked, String text) {
        return words(text).stream().anyMatch(asked::contains);
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .collect(Collectors.toSet());
    }
}
