package dev.switchboard.triage;

import java.util.regex.Pattern;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Tells whether a text is about what its sender wrote earlier. A guess: it only decides whether a person looks first, who
 * then says what it is.
 */
@Component
public class References {

    /** From so near on two texts are about one matter: between the pairs of ReferencesTest, 0.83 and 0.86. */
    private static final double NEAR = 0.85;

    /** "It still doesn't work": a few words that mean nothing without the ones before. */
    private static final int FEW_WORDS = 8;

    private static final Pattern POINTS_BACK =
            Pattern.compile("^(but |and |now |no |sorry )*(it|its|it's|that|this|same|still)\\b.*"
                    + "|.*\\b(immer noch|schon wieder|todavia|sigue|otra vez|toujours|a nouveau|ainda|continua)\\b.*");

    private final EmbeddingModel embeddings;

    References(@Qualifier("e5EmbeddingModel") EmbeddingModel embeddings) {
        this.embeddings = embeddings;
    }

    public boolean refersBack(String words, String earlier) {
        return pointsBack(Texts.fold(Texts.clean(words))) || similarity(words, earlier) >= NEAR;
    }

    private static boolean pointsBack(String folded) {
        return Texts.words(folded) <= FEW_WORDS && POINTS_BACK.matcher(folded).matches();
    }

    private double similarity(String words, String earlier) {
        var one = embeddings.embed(words);
        var other = embeddings.embed(earlier);
        var sum = 0.0;
        for (var i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
