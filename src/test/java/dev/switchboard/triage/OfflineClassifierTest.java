package dev.switchboard.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class OfflineClassifierTest {

    private final OfflineClassifier classifier = new OfflineClassifier(new E5EmbeddingModel());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The whole website is down and customers cannot order | bug | critical | en
            Could you please add the autumn menu to our website? | feature | normal | en
            How much would a new online shop cost? | question | normal | en
            Thank you so much, this looks great! | other | low | en
            La página web está caída y nadie puede comprar | bug | critical | es
            ¿Cuánto costaría una tienda en línea? | question | normal | es
            O site está fora do ar e ninguém consegue comprar | bug | critical | pt
            Podem acrescentar a nova colega à página da equipa? | feature | normal | pt
            Le site est en panne et plus personne ne peut commander | bug | critical | fr
            Combien coûterait une nouvelle boutique en ligne ? | question | normal | fr
            Die Webseite ist ausgefallen und niemand kann bestellen | bug | critical | de
            Könnt ihr bitte ein Foto auf der Startseite austauschen? | feature | normal | de
            """)
    void tellsUnambiguousTextsApart(String text, String type, String urgency, String language) {
        assertThat(classifier.classify("type", text).value()).isEqualTo(type);
        assertThat(classifier.classify("urgency", text).value()).isEqualTo(urgency);
        assertThat(classifier.classify("language", text).value()).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            This is unacceptable, I am fed up with your terrible service! | negative
            We moved to 12 Mill Lane, please change the address. | neutral
            Fantastic work, everybody here loves it, thank you! | positive
            """)
    void hearsTheMood(String text, String sentiment) {
        assertThat(classifier.classify("sentiment", text).value()).isEqualTo(sentiment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "🎉🎉", "12345", "\u0000\u0007\u200b", "?!"})
    void passesTextsWithoutWordsOnAsUnsure(String text) {
        Label type = classifier.classify("type", text);

        assertThat(type.value()).isEqualTo("other");
        assertThat(type.confidence()).isLessThan(0.5);
        assertThat(classifier.classify("urgency", text).value()).isEqualTo("low");
        assertThat(classifier.classify("language", text).confidence()).isLessThan(0.5);
    }

    @Test
    void readsNullVeryLongAndBrokenTexts() {
        String loneSurrogate = "the shop is \ud83d broken\u0000";

        for (String head : classifier.heads()) {
            assertThat(classifier.classify(head, null).confidence()).isBetween(0.0, 1.0);
            assertThat(classifier
                            .classify(head, "nothing works anymore ".repeat(5_000))
                            .confidence())
                    .isBetween(0.0, 1.0);
            assertThat(classifier.classify(head, loneSurrogate).confidence()).isBetween(0.0, 1.0);
            assertThat(classifier.classify(head, "x".repeat(10_000)).confidence())
                    .isBetween(0.0, 1.0);
        }
    }

    @Test
    void believesTheRecordsAboutTheLanguageOfOneOrTwoWords() {
        assertThat(classifier.classify("language", "Ok super", "fr").value()).isEqualTo("fr");
        assertThat(classifier
                        .classify("language", "Das Formular funktioniert leider nicht", "fr")
                        .value())
                .isEqualTo("de");
    }

    @Test
    void namesItsHeadsAndRefusesOthers() {
        assertThat(classifier.heads()).containsExactlyInAnyOrder("type", "urgency", "sentiment", "language");
        assertThatThrownBy(() -> classifier.classify("mood", "hello"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mood")
                .hasMessageContaining("urgency");
    }

    @Test
    void givesTheSameLabelsToManyThreadsAndEmbedsEachTextOnce() throws Exception {
        CountingEmbeddings counting = new CountingEmbeddings(new E5EmbeddingModel());
        OfflineClassifier shared = new OfflineClassifier(counting);
        List<String> texts = List.of("the login is broken", "please add a map", "how much is hosting?", "danke!");
        List<Label> expected = labels(classifier, texts);

        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<List<Label>>> answers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                answers.add(pool.submit(() -> labels(shared, texts)));
            }
            for (Future<List<Label>> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(counting.calls).hasValue(texts.size());
    }

    @Test
    void isWiredWithoutLoadingAnything() {
        try (AnnotationConfigApplicationContext context =
                new AnnotationConfigApplicationContext(E5EmbeddingModel.class, OfflineClassifier.class, WarmUp.class)) {
            assertThat(context.getBean(EmbeddingModel.class).dimensions()).isEqualTo(384);
            assertThat(context.getBean(OfflineClassifier.class)).isNotNull();
        }
    }

    @Test
    void embedsToVectorsOfLengthOne() {
        float[] vector = new E5EmbeddingModel().embed("the login is broken");

        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        assertThat(vector).hasSize(384);
        assertThat(squares).isCloseTo(1, within(1e-3));
    }

    private static List<Label> labels(OfflineClassifier classifier, List<String> texts) {
        return texts.stream()
                .flatMap(text -> classifier.heads().stream().map(head -> classifier.classify(head, text)))
                .toList();
    }

    /** The real model, counted. */
    private static final class CountingEmbeddings extends E5EmbeddingModel {
        final AtomicInteger calls = new AtomicInteger();

        private final EmbeddingModel model;

        CountingEmbeddings(EmbeddingModel model) {
            this.model = model;
        }

        @Override
        public float[] embed(String text) {
            calls.incrementAndGet();
            return model.embed(text);
        }
    }
}
