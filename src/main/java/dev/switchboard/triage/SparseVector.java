package dev.switchboard.triage;

/**
 * A vector's non-zero entries.
 *
 * @param indices ascending positions, from zero
 * @param values as many values
 */
record SparseVector(int[] indices, float[] values) {

    double dot(float[] weights) {
        double sum = 0;
        for (int i = 0; i < indices.length; i++) {
            sum += values[i] * weights[indices[i]];
        }
        return sum;
    }
}
