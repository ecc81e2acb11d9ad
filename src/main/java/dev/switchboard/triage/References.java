package dev.switchboard.triage;

import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Tells whether a text is about what its sender wrote earlier. A guess: it only decides whether a person looks first, who
 * then says what it is.
 */
@Component
public class References {

    /** From so near on two texts are about one matter; measured in ReferencesTest. */
    static final double NEAR = 0.86;

    private final EmbeddingModel embeddings;

    References(@Qualifier("e5EmbeddingModel") EmbeddingModel embeddings) {
        this.embeddings = embeddings;
    }

    public boolean refersBack(String words, String earlier) {
        return similarity(words, earlier) >= NEAR;
    }

    double similarity(String words, String earlier) {
        var one = embeddings.embed(words);
        var other = embeddings.embed(earlier);
        var sum = 0.0;
        for (var i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
