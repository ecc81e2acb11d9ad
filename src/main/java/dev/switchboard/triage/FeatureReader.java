package dev.switchboard.triage;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.ai.embedding.EmbeddingModel;

/** Reads the features of one text: meaning, words, pieces of words, cues. */
final class FeatureReader {

    /** Sizes of the hashed vocabularies: collisions are rare with a few thousand short texts. */
    static final int WORD_BUCKETS = 1 << 14;

    static final int CHAR_BUCKETS = 1 << 15;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}']+|[?!]+");
    private static final Pattern DIGITS = Pattern.compile("\\d");

    private final EmbeddingModel embeddings;
    private final Cues cues;

    FeatureReader(EmbeddingModel embeddings, Cues cues) {
        this.embeddings = embeddings;
        this.cues = cues;
    }

    /** @param cleaned a text from {@link Texts#clean}, not empty */
    RawFeatures read(String cleaned) {
        String folded = Texts.fold(cleaned);
        String masked = DIGITS.matcher(folded).replaceAll("0");
        return new RawFeatures(embeddings.embed(cleaned), words(masked), pieces(masked), cues.of(cleaned, folded));
    }

    private static Map<Integer, Integer> words(String folded) {
        Map<Integer, Integer> counts = new TreeMap<>();
        String previous = "^";
        for (Matcher word = WORD.matcher(folded); word.find(); ) {
            String current = word.group();
            counts.merge(bucket(current, WORD_BUCKETS), 1, Integer::sum);
            counts.merge(bucket(previous + ' ' + current, WORD_BUCKETS), 1, Integer::sum);
            previous = current;
        }
        return counts;
    }

    /** Pieces stay within a word, padded by one blank, so that endings and beginnings differ from middles. */
    private static Map<Integer, Integer> pieces(String folded) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (Matcher word = WORD.matcher(folded); word.find(); ) {
            String padded = ' ' + word.group() + ' ';
            for (int length = 3; length <= 5; length++) {
                for (int from = 0; from + length <= padded.length(); from++) {
                    counts.merge(bucket(padded.substring(from, from + length), CHAR_BUCKETS), 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    /** {@code String.hashCode} is specified, hence the same everywhere; its bits are mixed to spread short strings. */
    private static int bucket(String piece, int buckets) {
        int hash = piece.hashCode() * 0x9E3779B9;
        hash = (hash ^ (hash >>> 15)) * 0x85EBCA6B;
        return (hash ^ (hash >>> 13)) & (buckets - 1);
    }
}
