package dev.switchboard.triage;

import dev.switchboard.ai.Skill;
import java.util.List;

/**
 * One classifier: what it reads out of a text.
 *
 * @param name of the offline head
 * @param prompt file under {@code prompts/}
 * @param labels it may answer with; empty: any ISO 639-1 code
 * @param unsure label that stands when nobody answered, with confidence 0
 */
record Classifier(String name, String prompt, List<String> labels, String unsure) {

    Skill<String, Label> skill(OfflineClassifier offline) {
        return new Skill<>(
                purpose(),
                prompt,
                Skill.Kind.DECISION,
                Label.class,
                (text, label) -> problem(label),
                new Skill.Offline<>("offline classifier", offline.version(), text -> offline.classify(name, text)),
                text -> new Label(unsure, 0));
    }

    String purpose() {
        return "classify_" + name;
    }

    private String problem(Label label) {
        if (label.value() == null || !knows(label.value())) {
            return "value must be " + (labels.isEmpty() ? "an ISO 639-1 code" : "one of " + String.join(", ", labels));
        }
        return label.confidence() >= 0 && label.confidence() <= 1 ? null : "confidence must lie between 0 and 1";
    }

    private boolean knows(String value) {
        return labels.isEmpty() ? value.matches("[a-z]{2}") : labels.contains(value);
    }
}
