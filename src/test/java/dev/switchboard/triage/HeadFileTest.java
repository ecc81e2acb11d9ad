package dev.switchboard.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadFileTest {

    private final Cues cues = Cues.load();

    @Test
    void readsWhatTheTrainerWrites() throws IOException {
        Head head = head();

        HeadFile read = HeadFile.parse(HeadFileWriter.write(cues, space(), List.of(head)), cues);

        assertThat(read.heads()).containsOnlyKeys("urgency");
        assertThat(read.space().documents()).isEqualTo(3);
        Head again = read.heads().get("urgency");
        assertThat(again.labels()).isEqualTo(head.labels());
        assertThat(again.cuts()).isEqualTo(head.cuts());
        SparseVector vector = new SparseVector(new int[] {0, FeatureSpace.WORDS_AT}, new float[] {1, 1});
        assertThat(again.classify(vector).confidence())
                .isCloseTo(head.classify(vector).confidence(), within(1e-3));
    }

    @Test
    void shipsHeadsOfTheTrainersPlanInItsFormat() throws IOException {
        HeadFile shipped = HeadFile.load(cues);

        assertThat(shipped.version()).matches("e5-small-v2-q\\+heads-" + HeadFile.FORMAT + "-[0-9a-f]{8}");
        for (HeadPlan plan : HeadPlan.ALL) {
            Head head = shipped.heads().get(plan.name());
            assertThat(head.labels()).isEqualTo(plan.labels());
            assertThat(head.scorers()).hasSize(plan.scorers());
            assertThat(head.cuts()).hasSize(plan.ordered() ? plan.labels().size() - 1 : 0);
        }
        assertThat(shippedBytes()).hasSizeLessThan(1_500_000);
        assertThat(new OfflineClassifier(new E5EmbeddingModel()).version()).isEqualTo(shipped.version());
    }

    @Test
    void refusesWeightsOfAnotherMaking() throws IOException {
        byte[] bytes = HeadFileWriter.write(cues, space(), List.of(head()));
        bytes[3]++;

        assertThatThrownBy(() -> HeadFile.parse(bytes, cues))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("train them again");
    }

    private static byte[] shippedBytes() throws IOException {
        try (InputStream in = HeadFile.class.getResourceAsStream(HeadFile.RESOURCE)) {
            return in.readAllBytes();
        }
    }

    private static FeatureSpace space() {
        return new FeatureSpace(3, new short[FeatureReader.WORD_BUCKETS], new short[FeatureReader.CHAR_BUCKETS]);
    }

    private Head head() {
        float[] weights = new float[FeatureSpace.CUES_AT + cues.size()];
        weights[0] = 0.5f;
        weights[FeatureSpace.WORDS_AT] = -1;
        List<Head.Scorer> scorers = List.of(new Head.Scorer(0.1, weights));
        return new Head("urgency", List.of("low", "high"), new double[] {0.6}, 2, scorers);
    }
}
