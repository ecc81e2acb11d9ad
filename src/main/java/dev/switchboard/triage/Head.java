package dev.switchboard.triage;

import java.util.List;

/**
 * One trained classifier over the shared features.
 *
 * <p>Without cuts there is one scorer per label and the likeliest label wins. With cuts the labels are
 * ordered: scorer <i>k</i> tells whether the text lies above label <i>k</i>, and the expected level is
 * compared with the cuts, which are tuned so that grave texts are rarely underrated.
 *
 * @param name {@code type}, {@code urgency} or {@code sentiment}
 * @param labels ascending where ordered
 * @param cuts expected levels at which the next label begins; empty where labels have no order
 * @param sharpness scores are multiplied by this before they become probabilities (calibration)
 * @param scorers see above
 */
record Head(String name, List<String> labels, double[] cuts, double sharpness, List<Scorer> scorers) {

    /** A linear function of the features. */
    record Scorer(double bias, float[] weights) {

        double score(SparseVector vector) {
            return bias + vector.dot(weights);
        }
    }

    Label classify(SparseVector vector) {
        double[] scores = scorers.stream().mapToDouble(s -> s.score(vector)).toArray();
        return decide(scores);
    }

    Label decide(double[] scores) {
        double[] probabilities = probabilities(scores);
        int best = 0;
        if (cuts.length == 0) {
            for (int i = 1; i < probabilities.length; i++) {
                best = probabilities[i] > probabilities[best] ? i : best;
            }
        } else {
            double level = level(scores);
            while (best < cuts.length && level >= cuts[best]) {
                best++;
            }
        }
        return new Label(labels.get(best), probabilities[best]);
    }

    /** The expected position on the ordered scale, from 0 to the number of labels minus one. */
    static double level(double[] scores) {
        double level = 0;
        for (double score : scores) {
            level += sigmoid(score);
        }
        return level;
    }

    private double[] probabilities(double[] scores) {
        double[] result = new double[labels.size()];
        double sum = 0;
        for (int i = 0; i < result.length; i++) {
            result[i] = cuts.length == 0 ? sigmoid(sharpness * scores[i]) : between(scores, i);
            sum += result[i];
        }
        for (int i = 0; i < result.length; i++) {
            result[i] /= sum;
        }
        return result;
    }

    /** The chance of being above the label below and not above this one. */
    private double between(double[] scores, int label) {
        double above = label == 0 ? 1 : sigmoid(sharpness * scores[label - 1]);
        double beyond = label == scores.length ? 0 : sigmoid(sharpness * scores[label]);
        return Math.max(above - beyond, 1e-6);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
