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
 * @param sharpness how fast confidence grows with the scores, or with the distance to the next cut
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
        return cuts.length == 0 ? likeliest(scores) : byLevel(level(scores));
    }

    private Label likeliest(double[] scores) {
        int best = 0;
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
            sum += sigmoid(sharpness * scores[i]);
        }
        return new Label(labels.get(best), sigmoid(sharpness * scores[best]) / sum);
    }

    /** On a cut it may as well be the neighbour: an even chance, which grows with the distance. */
    private Label byLevel(double level) {
        int best = 0;
        double distance = labels.size();
        for (double cut : cuts) {
            best += level >= cut ? 1 : 0;
            distance = Math.min(distance, Math.abs(level - cut));
        }
        return new Label(labels.get(best), sigmoid(sharpness * distance));
    }

    /** The expected position on the ordered scale, from 0 to the number of labels minus one. */
    private static double level(double[] scores) {
        double level = 0;
        for (double score : scores) {
            level += sigmoid(score);
        }
        return level;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
