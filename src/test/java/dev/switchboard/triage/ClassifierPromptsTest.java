package dev.switchboard.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.Prompts;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a prompt lets a model answer is what the classifier takes. */
class ClassifierPromptsTest {

    static Stream<Classifier> classifiers() {
        return Classifiers.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("classifiers")
    void promptAndDefinitionAgree(Classifier classifier) {
        assertThat(classifier.prompt()).startsWith(classifier.purpose() + "-");
        assertThat(Prompts.problems(classifier.prompt(), Label.class)).isEmpty();
        var labels = Prompts.schema(classifier.prompt()).at("/properties/value/enum");
        assertThat(StreamSupport.stream(labels.spliterator(), false).map(label -> label.asText()))
                .containsExactlyInAnyOrderElementsOf(classifier.labels());
        for (var label : classifier.labels()) {
            assertThat(Prompts.text(classifier.prompt())).contains("`" + label + "`");
        }
    }
}
