package dev.switchboard.triage;

import java.util.List;

/**
 * How one head is trained; the numbers were chosen by cross-validation on our own rows.
 *
 * @param ordered whether labels ascend
 * @param cost liblinear's C: higher fits closer
 * @param balance 0 counts rows alike, 1 labels alike
 */
record HeadPlan(String name, List<String> labels, boolean ordered, double cost, double balance) {

    static final List<HeadPlan> ALL = List.of(
            new HeadPlan("type", List.of("feature", "bug", "question", "other"), false, d("tc", 0.3), d("tb", 0.5)),
            new HeadPlan("urgency", List.of("low", "normal", "high", "critical"), true, d("uc", 0.5), d("ub", 0.5)),
            new HeadPlan("sentiment", List.of("negative", "neutral", "positive"), false, d("sc", 0.5), d("sb", 0.5)));

    static double d(String n, double v) {
        return Double.parseDouble(System.getProperty("x." + n, "" + v));
    }

    int level(TrainingRow row) {
        String label = row.label(name);
        return label == null ? -1 : labels.indexOf(label);
    }

    /** One scorer per label, or per step between ordered labels. */
    int scorers() {
        return ordered ? labels.size() - 1 : labels.size();
    }

    boolean positive(int scorer, TrainingRow row) {
        return ordered ? level(row) > scorer : level(row) == scorer;
    }
}
