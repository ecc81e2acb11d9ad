package dev.switchboard.triage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Scores each of our own rows with scorers that never saw it; helper rows are always trained on. */
final class CrossValidation {

    static final int FOLDS = 5;

    private CrossValidation() {}

    /** One array of scores per own row, in their order. */
    static List<double[]> scores(HeadPlan plan, List<Example> own, List<Example> helpers) {
        List<Integer> shuffled =
                new ArrayList<>(IntStream.range(0, own.size()).boxed().toList());
        Collections.shuffle(shuffled, new Random(7));
        double[][] scores = new double[own.size()][];
        for (int fold = 0; fold < FOLDS; fold++) {
            int current = fold;
            List<Integer> left = IntStream.range(0, own.size())
                    .filter(i -> i % FOLDS == current)
                    .mapToObj(shuffled::get)
                    .toList();
            List<Example> train = new ArrayList<>(helpers);
            IntStream.range(0, own.size())
                    .filter(i -> i % FOLDS != current)
                    .forEach(i -> train.add(own.get(shuffled.get(i))));
            FeatureSpace space = HeadFitter.space(train);
            List<Head.Scorer> scorers = HeadFitter.scorers(plan, space, train);
            for (int i : left) {
                SparseVector vector = space.vector(own.get(i).raw());
                scores[i] = scorers.stream().mapToDouble(s -> s.score(vector)).toArray();
            }
        }
        return List.of(scores);
    }
}
