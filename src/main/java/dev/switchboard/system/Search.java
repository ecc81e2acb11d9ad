package dev.switchboard.system;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What people type into a search box, as SQL's {@code like ... escape '\\'} takes it. */
public final class Search {

    private Search() {}

    /** Finds the text anywhere; its own wildcards are plain characters. Null for nothing. */
    public static String pattern(String text) {
        return text == null ? null : "%" + text.replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }

    /**
     * As the full-text index takes it: every word is looked for as the beginning of a word, and all must be there.
     * Whatever was typed is text; none of it is an operator.
     */
    public static String words(String text) {
        return text == null
                ? null
                : Arrays.stream(text.replaceAll("[\\p{Cntrl}\"]", " ").strip().split("\\s+"))
                        .map(word -> '"' + word + "\"*")
                        .collect(Collectors.joining(" "));
    }

    public static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
