package dev.switchboard.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** How well labels fit: per label, on the whole, and whether confidence can be believed. */
final class Scores {

    private final List<String> names;
    private final int[][] confusion; // [actual][predicted]
    private final int[] bandCount = new int[5];
    private final int[] bandRight = new int[5];
    private final double[] bandClaim = new double[5];

    Scores(List<String> names) {
        this.names = names;
        this.confusion = new int[names.size()][names.size()];
    }

    static Scores of(HeadPlan plan, Head head, List<TrainingRow> rows, List<double[]> scores) {
        Scores result = new Scores(plan.labels());
        for (int i = 0; i < rows.size(); i++) {
            result.add(rows.get(i).label(plan.name()), head.decide(scores.get(i)));
        }
        return result;
    }

    static Scores of(String head, List<String> labels, List<TrainingRow> rows, Function<TrainingRow, Label> classify) {
        Scores result = new Scores(labels);
        rows.forEach(row -> result.add(row.label(head), classify.apply(row)));
        return result;
    }

    void add(String actual, Label predicted) {
        boolean right = actual.equals(predicted.value());
        confusion[names.indexOf(actual)][names.indexOf(predicted.value())]++;
        int band = (int) Math.max(0, Math.min(4, (predicted.confidence() - 0.5) * 10));
        bandCount[band]++;
        bandRight[band] += right ? 1 : 0;
        bandClaim[band] += predicted.confidence();
    }

    double macroF1() {
        double sum = 0;
        for (int i = 0; i < names.size(); i++) {
            sum += f1(i);
        }
        return sum / names.size();
    }

    double accuracy() {
        int right = 0;
        int all = 0;
        for (int i = 0; i < names.size(); i++) {
            right += confusion[i][i];
            all += actual(i);
        }
        return all == 0 ? 0 : right / (double) all;
    }

    /** Of the gravest label, the share rated at least as the one below it. */
    double graveRecall() {
        int last = names.size() - 1;
        int caught = confusion[last][last] + confusion[last][last - 1];
        return actual(last) == 0 ? 1 : caught / (double) actual(last);
    }

    private double f1(int i) {
        int both = actual(i) + predicted(i);
        return both == 0 ? 0 : 2.0 * confusion[i][i] / both;
    }

    private int actual(int i) {
        int sum = 0;
        for (int count : confusion[i]) {
            sum += count;
        }
        return sum;
    }

    private int predicted(int i) {
        int sum = 0;
        for (int[] row : confusion) {
            sum += row[i];
        }
        return sum;
    }

    String table() {
        List<String> lines = new ArrayList<>();
        lines.add("label        rows  precision  recall     F1");
        for (int i = 0; i < names.size(); i++) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-10s %6d %10.2f %7.2f %6.2f",
                    names.get(i),
                    actual(i),
                    confusion[i][i] / Math.max(1.0, predicted(i)),
                    confusion[i][i] / Math.max(1.0, actual(i)),
                    f1(i)));
        }
        lines.add(String.format(
                Locale.ROOT,
                "macro-F1 %.3f, accuracy %.3f, last label rated last or next to last %.3f",
                macroF1(),
                accuracy(),
                graveRecall()));
        lines.add("confidence   rows  claimed   right");
        for (int band = 0; band < bandCount.length; band++) {
            double count = Math.max(1, bandCount[band]);
            lines.add(String.format(
                    Locale.ROOT,
                    "%-10s %6d %8.2f %7.2f",
                    band == 0 ? "< 0.6" : String.format(Locale.ROOT, "0.%d-", 5 + band),
                    bandCount[band],
                    bandClaim[band] / count,
                    bandRight[band] / count));
        }
        return String.join("\n", lines);
    }
}
