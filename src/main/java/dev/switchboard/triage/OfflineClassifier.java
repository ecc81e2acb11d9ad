package dev.switchboard.triage;

import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Classifies clients' texts inside this process: no network, a few milliseconds, the same answer every
 * time. Heads are {@code type}, {@code urgency}, {@code sentiment} and {@code language}.
 *
 * <p>The models load at the first question (about a second), or earlier through {@link #warmUp()}.
 * Safe for use by several threads.
 */
@Component
public final class OfflineClassifier {

    private static final String LANGUAGE = "language";
    private static final double UNSURE = 0.3;

    private final EmbeddingModel embeddings;
    private final LanguageGuess languages = new LanguageGuess();
    private volatile Trained trained;

    OfflineClassifier(@Qualifier("e5EmbeddingModel") EmbeddingModel embeddings) {
        this.embeddings = embeddings;
    }

    /**
     * @param head one of {@link #heads()}
     * @param text what the client wrote; may be empty, very long or without words
     * @throws IllegalArgumentException for an unknown head
     */
    public Label classify(String head, String text) {
        return classify(head, text, null);
    }

    /**
     * As {@link #classify(String, String)}, for a client whose language is on record: with one or two
     * words the record decides about {@code language}.
     *
     * @param knownLanguage ISO 639-1, or null
     */
    public Label classify(String head, String text, String knownLanguage) {
        String cleaned = Texts.clean(text);
        if (head.equals(LANGUAGE)) {
            return languages.guess(cleaned, knownLanguage);
        }
        Trained trained = trained();
        Head known = trained.file().heads().get(head);
        if (known == null) {
            throw new IllegalArgumentException("Unknown head " + head + ", there are " + heads());
        }
        return Texts.hasLetters(cleaned) ? known.classify(trained.recent().vector(cleaned)) : wordless(head);
    }

    /** The names of all heads. */
    public Set<String> heads() {
        Set<String> heads = new LinkedHashSet<>(trained().file().heads().keySet());
        heads.add(LANGUAGE);
        return heads;
    }

    /** Embedding model, format and a short hash of the weights: recorded with every answer. */
    public String version() {
        return trained().file().version();
    }

    /** Loads everything, so that the first client's text doesn't wait. */
    public void warmUp() {
        heads().forEach(head -> classify(head, "Good morning, is everything ready?"));
    }

    /** Nothing to read: numbers, emoji or nothing at all. A person will look, since confidence is low. */
    private static Label wordless(String head) {
        return switch (head) {
            case "type" -> new Label("other", UNSURE);
            case "urgency" -> new Label("low", UNSURE);
            default -> new Label("neutral", UNSURE);
        };
    }

    private Trained trained() {
        Trained loaded = trained;
        if (loaded == null) {
            synchronized (this) {
                loaded = trained;
                if (loaded == null) {
                    loaded = Trained.load(embeddings);
                    trained = loaded;
                }
            }
        }
        return loaded;
    }

    private record Trained(HeadFile file, RecentTexts recent) {

        static Trained load(EmbeddingModel embeddings) {
            Cues cues = Cues.load();
            HeadFile file = HeadFile.load(cues);
            FeatureReader reader = new FeatureReader(embeddings, cues);
            return new Trained(file, new RecentTexts(cleaned -> file.space().vector(reader.read(cleaned))));
        }
    }
}
