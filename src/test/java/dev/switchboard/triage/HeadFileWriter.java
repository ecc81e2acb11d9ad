package dev.switchboard.triage;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** Writes what {@link HeadFile} reads. */
final class HeadFileWriter {

    private HeadFileWriter() {}

    static byte[] write(Cues cues, FeatureSpace space, List<Head> heads) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(HeadFile.MAGIC);
        out.writeInt(HeadFile.FORMAT);
        out.writeUTF(E5EmbeddingModel.NAME);
        out.writeUTF(HeadFile.sha256(cues.source()));
        out.writeInt(FeatureReader.WORD_BUCKETS);
        out.writeInt(FeatureReader.CHAR_BUCKETS);
        out.writeInt(space.documents());
        shorts(out, space.wordDocuments());
        shorts(out, space.charDocuments());
        out.writeInt(heads.size());
        for (Head head : heads) {
            head(out, head);
        }
        return bytes.toByteArray();
    }

    private static void shorts(DataOutputStream out, short[] values) throws IOException {
        for (short value : values) {
            out.writeShort(value);
        }
    }

    private static void head(DataOutputStream out, Head head) throws IOException {
        out.writeUTF(head.name());
        out.writeInt(head.labels().size());
        for (String label : head.labels()) {
            out.writeUTF(label);
        }
        out.writeInt(head.cuts().length);
        for (double cut : head.cuts()) {
            out.writeDouble(cut);
        }
        out.writeDouble(head.sharpness());
        out.writeInt(head.scorers().size());
        for (Head.Scorer scorer : head.scorers()) {
            scorer(out, scorer);
        }
    }

    private static void scorer(DataOutputStream out, Head.Scorer scorer) throws IOException {
        float[] weights = scorer.weights();
        out.writeDouble(scorer.bias());
        for (int i = 0; i < FeatureSpace.WORDS_AT; i++) {
            out.writeFloat(weights[i]);
        }
        float largest = 0;
        for (int i = FeatureSpace.WORDS_AT; i < FeatureSpace.CUES_AT; i++) {
            largest = Math.max(largest, Math.abs(weights[i]));
        }
        float scale = largest == 0 ? 1 : largest / Byte.MAX_VALUE;
        out.writeFloat(scale);
        for (int i = FeatureSpace.WORDS_AT; i < FeatureSpace.CUES_AT; i++) {
            out.writeByte(Math.round(weights[i] / scale));
        }
        for (int i = FeatureSpace.CUES_AT; i < weights.length; i++) {
            out.writeFloat(weights[i]);
        }
    }
}
