package dev.switchboard.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shipped weights on rows nobody trained or tuned on; floors lie below what was measured (docs/ai-quality.md). */
class HeldOutTest {

    private final OfflineClassifier classifier = new OfflineClassifier(new E5EmbeddingModel());

    @Test
    void staysAboveItsFloors() throws IOException {
        List<TrainingRow> rows = TrainingRow.read(HeadTrainer.HELD_OUT);
        HeadPlan type = HeadPlan.ALL.get(0);
        HeadPlan urgency = HeadPlan.ALL.get(1);

        assertThat(HeadTrainer.scores(classifier, "type", type.labels(), rows).macroF1())
                .isGreaterThan(0.80);
        Scores urgencies = HeadTrainer.scores(classifier, "urgency", urgency.labels(), rows);
        assertThat(urgencies.macroF1()).isGreaterThan(0.65);
        assertThat(urgencies.graveRecall()).isGreaterThan(0.85);
        assertThat(HeadTrainer.scores(classifier, "language", HeadTrainer.LANGUAGES, rows)
                        .accuracy())
                .isGreaterThan(0.95);
    }
}
