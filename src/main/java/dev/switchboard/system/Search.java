package dev.switchboard.system;

/** What people type into a search box, as SQL's {@code like ... escape '\\'} takes it. */
public final class Search {

    private Search() {}

    /** Finds the text anywhere; its own wildcards are plain characters. Null for nothing. */
    public static String pattern(String text) {
        return text == null ? null : "%" + text.replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }

    public static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
