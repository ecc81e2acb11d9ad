package dev.switchboard.triage;

import java.util.Arrays;
import java.util.Map;

/**
 * Turns raw features into the vector that the heads weigh: embedding, TF-IDF of words, TF-IDF of
 * pieces, cues, in this order.
 *
 * @param documents how many texts were counted
 * @param wordDocuments in how many of them each hashed word occurs
 * @param charDocuments in how many of them each hashed piece occurs
 */
record FeatureSpace(int documents, short[] wordDocuments, short[] charDocuments) {

    static final int WORDS_AT = E5EmbeddingModel.DIMENSIONS;
    static final int CHARS_AT = WORDS_AT + FeatureReader.WORD_BUCKETS;
    static final int CUES_AT = CHARS_AT + FeatureReader.CHAR_BUCKETS;

    /** What occurs once in the training texts says nothing about others. */
    private static final int MIN_DOCUMENTS = 2;

    // Chosen by cross-validation: how strongly each kind of feature speaks before weights are learnt
    private static final float EMBEDDING_SCALE = 6f;
    private static final float WORD_SCALE = 1.5f;
    private static final float CHAR_SCALE = 1.5f;
    private static final float CUE_SCALE = 2f;

    SparseVector vector(RawFeatures raw) {
        int capacity = raw.embedding().length + raw.words().size() + raw.chars().size() + raw.cues().length;
        Builder builder = new Builder(capacity);
        builder.dense(0, raw.embedding(), EMBEDDING_SCALE);
        builder.weighted(WORDS_AT, raw.words(), wordDocuments, WORD_SCALE);
        builder.weighted(CHARS_AT, raw.chars(), charDocuments, CHAR_SCALE);
        builder.dense(CUES_AT, raw.cues(), CUE_SCALE);
        return builder.build();
    }

    private final class Builder {
        private final int[] indices;
        private final float[] values;
        private int size;

        Builder(int capacity) {
            indices = new int[capacity];
            values = new float[capacity];
        }

        void dense(int at, float[] block, float scale) {
            for (int i = 0; i < block.length; i++) {
                if (block[i] != 0) {
                    add(at + i, block[i] * scale);
                }
            }
        }

        /** Sublinear TF-IDF, brought to the length {@code scale}. */
        void weighted(int at, Map<Integer, Integer> counts, short[] seenIn, float scale) {
            int start = size;
            double squares = 0;
            for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
                int seen = seenIn[count.getKey()];
                if (seen >= MIN_DOCUMENTS) {
                    double idf = Math.log((1.0 + documents) / (1.0 + seen)) + 1;
                    float value = (float) ((1 + Math.log(count.getValue())) * idf);
                    squares += (double) value * value;
                    add(at + count.getKey(), value);
                }
            }
            float factor = squares == 0 ? 0 : (float) (scale / Math.sqrt(squares));
            for (int i = start; i < size; i++) {
                values[i] *= factor;
            }
        }

        private void add(int index, float value) {
            indices[size] = index;
            values[size++] = value;
        }

        SparseVector build() {
            return new SparseVector(Arrays.copyOf(indices, size), Arrays.copyOf(values, size));
        }
    }
}
