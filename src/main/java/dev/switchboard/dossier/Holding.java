package dev.switchboard.dossier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table, seen by somebody who asks what is held of a person in it.
 *
 * @param file where an export shows the rows; null where nothing in them is a client's
 * @param explained what the rows are, in words for that person
 * @param whose the condition for the rows of a {@link Scope}
 * @param fate what an erasure makes of such a row
 * @param replaced by column: the SQL of what an erasure puts there
 * @param kept columns that stay as they are
 */
record Holding(
        String table,
        String file,
        String explained,
        String whose,
        Fate fate,
        Map<String, String> replaced,
        List<String> kept) {

    enum Fate {
        DELETED,
        /** The row stays for what points at it or is counted; words and numbers in it go. */
        EMPTIED,
        /** Its details are taken away by the event log itself. */
        DETAILS_ONLY,
        STAYS
    }

    static Holding of(String table, String file, String explained, String whose) {
        return new Holding(table, file, explained, whose, Fate.STAYS, Map.of(), List.of());
    }

    /** Nothing in it is about a client. */
    static Holding nobodys(String table, String why) {
        return new Holding(table, null, why, null, Fate.STAYS, Map.of(), List.of());
    }

    Holding deleted() {
        return new Holding(table, file, explained, whose, Fate.DELETED, Map.of(), List.of());
    }

    Holding detailsOnly() {
        return new Holding(table, file, explained, whose, Fate.DETAILS_ONLY, Map.of(), List.of());
    }

    /** Columns that are neither replaced nor listed as kept fail a test: somebody has to decide about each. */
    Holding keeping(String... columns) {
        return new Holding(table, file, explained, whose, Fate.EMPTIED, replaced, List.of(columns));
    }

    Holding replacing(String column, String sql) {
        var more = new LinkedHashMap<>(replaced);
        more.put(column, sql);
        return new Holding(table, file, explained, whose, Fate.EMPTIED, more, kept);
    }

    String select() {
        return "select * from " + table + " where " + whose;
    }

    String count() {
        return "select count(*) from " + table + " where " + whose;
    }

    /** The statement that erases; null where nothing is to be done here. */
    String erase() {
        return switch (fate) {
            case DELETED -> "delete from " + table + " where " + whose;
            case EMPTIED ->
                "update " + table + " set "
                        + String.join(
                                ", ",
                                replaced.entrySet().stream()
                                        .map(column -> column.getKey() + " = " + column.getValue())
                                        .toList())
                        + " where " + whose;
            case DETAILS_ONLY, STAYS -> null;
        };
    }
}
