package dev.switchboard.triage;

import java.util.List;

/** Chooses cuts and sharpness of a head from scores that cross-validation left unseen. */
final class Calibration {

    /** A text that should be critical and is rated below high may wait for a day: the one error to avoid. */
    private static final double GRAVE_RECALL = 0.99;

    private Calibration() {}

    static Head calibrate(HeadPlan plan, List<TrainingRow> rows, List<double[]> scores, List<Head.Scorer> scorers) {
        double[] cuts = plan.ordered() ? cuts(plan, rows, scores) : new double[0];
        Head best = null;
        double least = Double.MAX_VALUE;
        for (double sharpness = 0.5; sharpness < 12; sharpness += 0.05) {
            Head head = new Head(plan.name(), plan.labels(), cuts, sharpness, scorers);
            double loss = loss(plan, head, rows, scores);
            if (loss < least) {
                least = loss;
                best = head;
            }
        }
        return best;
    }

    /** Mean log loss of "this label is right", which is what the confidence claims. */
    private static double loss(HeadPlan plan, Head head, List<TrainingRow> rows, List<double[]> scores) {
        double loss = 0;
        for (int i = 0; i < rows.size(); i++) {
            Label label = head.decide(scores.get(i));
            boolean right = label.value().equals(rows.get(i).label(plan.name()));
            double claimed = Math.min(Math.max(label.confidence(), 1e-3), 1 - 1e-3);
            loss -= Math.log(right ? claimed : 1 - claimed);
        }
        return loss / rows.size();
    }

    private static double[] cuts(HeadPlan plan, List<TrainingRow> rows, List<double[]> scores) {
        double[] best = {0.5, 1.5, 2.5};
        double highest = -1;
        for (double a = 0.5; a <= 1.0; a += 0.05) {
            for (double b = 1.1; b <= 1.8; b += 0.05) {
                for (double c = 1.9; c <= 2.6; c += 0.05) {
                    double[] cuts = {a, b, c};
                    Scores result =
                            Scores.of(plan, new Head(plan.name(), plan.labels(), cuts, 1, List.of()), rows, scores);
                    double value = result.macroF1() - 3 * Math.max(0, GRAVE_RECALL - result.graveRecall());
                    if (value > highest) {
                        highest = value;
                        best = cuts;
                    }
                }
            }
        }
        return best;
    }
}
