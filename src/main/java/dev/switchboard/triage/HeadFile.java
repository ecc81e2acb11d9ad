package dev.switchboard.triage;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The trained weights that ship with the program, written by the trainer among the tests.
 *
 * @param version embedding model, format and a short hash of the file
 * @param space how texts become vectors
 * @param heads by name
 */
record HeadFile(String version, FeatureSpace space, Map<String, Head> heads) {

    static final String RESOURCE = "/classifier/heads-1.bin";
    static final int FORMAT = 1;
    static final int MAGIC = 0x53574248; // "SWBH"

    static HeadFile load(Cues cues) {
        try (InputStream in = HeadFile.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The classifier's weights " + RESOURCE + " are missing: train them");
            }
            return parse(in.readAllBytes(), cues);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HeadFile parse(byte[] bytes, Cues cues) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        check(in.readInt() == MAGIC && in.readInt() == FORMAT, "have another format");
        check(in.readUTF().equals(E5EmbeddingModel.NAME), "belong to another embedding model");
        check(in.readUTF().equals(sha256(cues.source())), "were trained with other cues");
        check(
                in.readInt() == FeatureReader.WORD_BUCKETS && in.readInt() == FeatureReader.CHAR_BUCKETS,
                "were trained with other features");
        FeatureSpace space = new FeatureSpace(
                in.readInt(), shorts(in, FeatureReader.WORD_BUCKETS), shorts(in, FeatureReader.CHAR_BUCKETS));
        Map<String, Head> heads = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            Head head = head(in, cues.size());
            heads.put(head.name(), head);
        }
        String hash = sha256(bytes).substring(0, 8);
        return new HeadFile(E5EmbeddingModel.NAME + "+heads-" + FORMAT + "-" + hash, space, heads);
    }

    private static Head head(DataInputStream in, int cues) throws IOException {
        String name = in.readUTF();
        String[] labels = new String[in.readInt()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = in.readUTF();
        }
        double[] cuts = new double[in.readInt()];
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = in.readDouble();
        }
        double sharpness = in.readDouble();
        Head.Scorer[] scorers = new Head.Scorer[in.readInt()];
        for (int i = 0; i < scorers.length; i++) {
            scorers[i] = scorer(in, cues);
        }
        return new Head(name, Arrays.asList(labels), cuts, sharpness, Arrays.asList(scorers));
    }

    /** The few weights of embedding and cues are exact; the many of words and pieces are bytes of one scale. */
    private static Head.Scorer scorer(DataInputStream in, int cues) throws IOException {
        double bias = in.readDouble();
        float[] weights = new float[FeatureSpace.CUES_AT + cues];
        for (int i = 0; i < FeatureSpace.WORDS_AT; i++) {
            weights[i] = in.readFloat();
        }
        float scale = in.readFloat();
        for (int i = FeatureSpace.WORDS_AT; i < FeatureSpace.CUES_AT; i++) {
            weights[i] = in.readByte() * scale;
        }
        for (int i = FeatureSpace.CUES_AT; i < weights.length; i++) {
            weights[i] = in.readFloat();
        }
        return new Head.Scorer(bias, weights);
    }

    private static short[] shorts(DataInputStream in, int size) throws IOException {
        short[] result = new short[size];
        for (int i = 0; i < size; i++) {
            result[i] = in.readShort();
        }
        return result;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void check(boolean fits, String complaint) {
        if (!fits) {
            throw new IllegalStateException("The classifier's weights " + complaint + ": train them again");
        }
    }
}
