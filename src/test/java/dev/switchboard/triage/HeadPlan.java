package dev.switchboard.triage;

import java.util.List;

/**
 * How one head is trained; the numbers were chosen by cross-validation on our own rows.
 *
 * @param ordered whether labels ascend
 * @param ownWeight how often our own rows count: they are what clients write, while the helpers come from banks and
 *     hotels and know only the type
 * @param cost liblinear's C: higher fits closer
 * @param balance 0 counts rows alike, 1 labels alike
 */
record HeadPlan(String name, List<String> labels, boolean ordered, int ownWeight, double cost, double balance) {

    static final List<HeadPlan> ALL = List.of(
            new HeadPlan("type", List.of("feature", "bug", "question", "other"), false, 8, 0.1, 0.5),
            new HeadPlan("urgency", List.of("low", "normal", "high", "critical"), true, 1, 1.2, 0.5),
            new HeadPlan("sentiment", List.of("negative", "neutral", "positive"), false, 1, 1.2, 0.5));

    int level(TrainingRow row) {
        String label = row.label(name);
        return label == null ? -1 : labels.indexOf(label);
    }

    /** One scorer per label, or per step between ordered labels. */
    int scorers() {
        return ordered ? labels.size() - 1 : labels.size();
    }

    /** The helpers know no greetings and thanks: they would only teach that there are none. */
    boolean judges(int scorer, Example example) {
        return !example.helper() || !labels.get(scorer).equals("other");
    }

    boolean positive(int scorer, TrainingRow row) {
        return ordered ? level(row) > scorer : level(row) == scorer;
    }
}
