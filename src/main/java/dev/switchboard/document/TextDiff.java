package dev.switchboard.document;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import dev.switchboard.system.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What differs between two texts, line by line. */
public final class TextDiff {

    private static final int CONTEXT = 3;
    /** Comparing costs as much as the lines of both texts multiplied. */
    private static final int MOST_LINES = 10_000;

    private final List<String> before;
    private final List<String> after;
    private final Patch<String> patch;

    private TextDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
        this.patch = joined(before, after);
    }

    /** Neighbouring changes with the lines around them. */
    public record Hunk(List<Line> lines) {}

    /** @param kind {@code same}, {@code added} or {@code removed} */
    public record Line(String kind, String text) {}

    /** @throws Problem 413 when a text is too long to be compared */
    static TextDiff of(String before, String after) {
        if (tooLong(before) || tooLong(after)) {
            throw Problem.tooLarge("Only texts of up to 10,000 lines are compared: download both and compare them.");
        }
        return new TextDiff(before.lines().toList(), after.lines().toList());
    }

    /** For somebody who reads Markdown and no diffs: under each heading what went and what came. */
    public static String readable(String before, String after) {
        return tooLong(before) || tooLong(after)
                ? "These texts are too long to be compared here: download both versions."
                : of(before, after).readable();
    }

    private static boolean tooLong(String text) {
        return text.lines().skip(MOST_LINES).findAny().isPresent();
    }

    /** The algorithm that needs little room tells of a changed line in two steps, what came and what went: one change. */
    private static Patch<String> joined(List<String> before, List<String> after) {
        var found = DiffUtils.diff(
                before, after, MyersDiffWithLinearSpace.<String>factory().create());
        var joined = new ArrayList<AbstractDelta<String>>();
        for (var delta : found.getDeltas()) {
            var last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null
                    && end(last.getSource()) == delta.getSource().getPosition()
                    && end(last.getTarget()) == delta.getTarget().getPosition()) {
                joined.set(
                        joined.size() - 1,
                        new ChangeDelta<>(
                                join(last.getSource(), delta.getSource()), join(last.getTarget(), delta.getTarget())));
            } else {
                joined.add(delta);
            }
        }
        var patch = new Patch<String>();
        joined.forEach(patch::addDelta);
        return patch;
    }

    private static int end(Chunk<String> chunk) {
        return chunk.getPosition() + chunk.size();
    }

    private static Chunk<String> join(Chunk<String> first, Chunk<String> second) {
        return new Chunk<>(
                first.getPosition(),
                Stream.concat(first.getLines().stream(), second.getLines().stream())
                        .toList());
    }

    List<Hunk> hunks() {
        var hunks = new ArrayList<Hunk>();
        for (var line : unified("", "").lines().skip(2).toList()) {
            if (line.startsWith("@@")) {
                hunks.add(new Hunk(new ArrayList<>()));
            } else {
                hunks.get(hunks.size() - 1).lines().add(line(line));
            }
        }
        return hunks;
    }

    /** The form that {@code patch} and every code review reads; empty when nothing differs. */
    String unified(String nameBefore, String nameAfter) {
        return String.join("\n", UnifiedDiffUtils.generateUnifiedDiff(nameBefore, nameAfter, before, patch, CONTEXT));
    }

    private String readable() {
        var told = new ArrayList<String>();
        for (var delta : patch.getDeltas()) {
            var lines = Stream.concat(
                            words(delta.getSource().getLines(), "− "),
                            words(delta.getTarget().getLines(), "+ "))
                    .toList();
            if (!lines.isEmpty()) {
                told.add(heading(delta.getTarget().getPosition()) + String.join("\n", lines));
            }
        }
        return told.isEmpty() ? "Nothing: the words are the same." : String.join("\n\n", told);
    }

    private static Stream<String> words(List<String> lines, String mark) {
        return lines.stream().filter(line -> !line.isBlank()).map(line -> mark + line);
    }

    /** The heading in the new text under which a line stands. */
    private String heading(int position) {
        for (var at = Math.min(position, after.size()) - 1; at >= 0; at--) {
            if (after.get(at).startsWith("#")) {
                return after.get(at).replaceFirst("^#+\\s*", "") + ":\n";
            }
        }
        return "";
    }

    private static Line line(String unified) {
        var kind =
                switch (unified.charAt(0)) {
                    case '+' -> "added";
                    case '-' -> "removed";
                    default -> "same";
                };
        return new Line(kind, unified.substring(1));
    }
}
