package dev.switchboard.triage;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Fits the features' statistics and the scorers by L2-regularised logistic regression (liblinear). */
final class HeadFitter {

    static {
        Linear.disableDebugOutput();
    }

    /** liblinear's usual stopping tolerance. */
    private static final double TOLERANCE = 0.01;

    private HeadFitter() {}

    static FeatureSpace space(List<Example> examples) {
        short[] words = new short[FeatureReader.WORD_BUCKETS];
        short[] chars = new short[FeatureReader.CHAR_BUCKETS];
        for (Example example : examples) {
            count(example.raw().words(), words);
            count(example.raw().chars(), chars);
        }
        return new FeatureSpace(examples.size(), words, chars);
    }

    private static void count(Map<Integer, Integer> counts, short[] documents) {
        counts.keySet().forEach(bucket -> documents[bucket]++);
    }

    static List<Head.Scorer> scorers(HeadPlan plan, FeatureSpace space, List<Example> examples) {
        List<Example> labelled = new ArrayList<>();
        for (Example example : examples) {
            for (int i = 0; plan.level(example.row()) >= 0 && i < (example.helper() ? 1 : plan.ownWeight()); i++) {
                labelled.add(example);
            }
        }
        int features = FeatureSpace.CUES_AT + examples.get(0).raw().cues().length;
        Map<Example, Feature[]> nodes = new IdentityHashMap<>();
        labelled.forEach(example -> nodes.computeIfAbsent(example, e -> nodes(space.vector(e.raw()), features)));
        List<Head.Scorer> scorers = new ArrayList<>();
        for (int k = 0; k < plan.scorers(); k++) {
            int current = k;
            List<Example> judged =
                    labelled.stream().filter(e -> plan.judges(current, e)).toList();
            scorers.add(scorer(plan, k, judged, nodes, features));
        }
        return scorers;
    }

    /** liblinear counts from one and reads the bias as the last feature. */
    private static Feature[] nodes(SparseVector vector, int features) {
        Feature[] nodes = new Feature[vector.indices().length + 1];
        for (int i = 0; i < nodes.length - 1; i++) {
            nodes[i] = new FeatureNode(vector.indices()[i] + 1, vector.values()[i]);
        }
        nodes[nodes.length - 1] = new FeatureNode(features + 1, 1);
        return nodes;
    }

    private static Head.Scorer scorer(
            HeadPlan plan, int k, List<Example> examples, Map<Example, Feature[]> nodes, int features) {
        Problem problem = new Problem();
        problem.l = examples.size();
        problem.n = features + 1;
        problem.x = examples.stream().map(nodes::get).toArray(Feature[][]::new);
        problem.y = examples.stream()
                .mapToDouble(e -> plan.positive(k, e.row()) ? 1 : -1)
                .toArray();
        double positives =
                examples.stream().filter(e -> plan.positive(k, e.row())).count();
        double ratio = Math.pow((problem.l - positives) / positives, plan.balance());
        Parameter parameter = new Parameter(SolverType.L2R_LR, plan.cost(), TOLERANCE);
        parameter.setWeights(new double[] {Math.sqrt(ratio), 1 / Math.sqrt(ratio)}, new int[] {1, -1});
        Model model = Linear.train(problem, parameter);
        int sign = model.getLabels()[0];
        double[] learnt = model.getFeatureWeights();
        float[] weights = new float[features];
        for (int i = 0; i < features; i++) {
            weights[i] = (float) (sign * learnt[i]);
        }
        return new Head.Scorer(sign * learnt[features], weights);
    }
}
