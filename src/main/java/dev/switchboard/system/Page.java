package dev.switchboard.system;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list, newest or oldest first by a key that never repeats.
 *
 * @param nextCursor hand it back as {@code cursor} for the next page; null on the last one
 */
public record Page<T>(List<T> items, String nextCursor) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    /** The page's size that was asked for, or 50 when nothing was said. */
    public static int limit(Integer asked) {
        if (asked == null) {
            return DEFAULT_LIMIT;
        }
        if (asked < 1 || asked > MAX_LIMIT) {
            throw Problem.badRequest("limit must be between 1 and " + MAX_LIMIT + ", not " + asked + ".");
        }
        return asked;
    }

    /** A cursor is the last key of the page before; without one, {@code start}. */
    public static long cursor(String cursor, long start) {
        if (cursor == null || cursor.isBlank()) {
            return start;
        }
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw Problem.badRequest("cursor must be the nextCursor of an earlier page, not \"" + cursor + "\".");
        }
    }

    /** A page of a list that is at hand and only grows at its end: the cursor counts; without a limit, all of it. */
    public static <T> Page<T> of(List<T> all, Integer limit, String cursor) {
        var start = (int) Math.max(0, Math.min(cursor(cursor, 0), all.size()));
        var end = limit == null ? all.size() : Math.min(start + limit(limit), all.size());
        return new Page<>(all.subList(start, end), end < all.size() ? String.valueOf(end) : null);
    }

    /** Makes a page of rows that were read with {@code limit + 1}: the extra row says whether there is more. */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, T> view, Function<R, Long> key) {
        var shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        var next = rows.size() > limit ? String.valueOf(key.apply(shown.get(shown.size() - 1))) : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }
}
