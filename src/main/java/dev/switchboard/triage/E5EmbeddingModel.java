package dev.switchboard.triage;

import dev.langchain4j.model.embedding.onnx.e5smallv2q.E5SmallV2QuantizedEmbeddingModel;
import java.util.ArrayList;
import java.util.List;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.Embedding;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;
import org.springframework.stereotype.Component;

/**
 * The e5-small-v2 model (int8, 384 dimensions) inside this process, as a Spring AI model.
 *
 * <p>Loads at the first call (about 0.7 s) and unpacks its native libraries below the user's home
 * folder, which must be writable. Vectors have length one and differ slightly between processors.
 * Safe for use by several threads.
 */
@Component("e5EmbeddingModel")
class E5EmbeddingModel implements EmbeddingModel {

    static final String NAME = "e5-small-v2-q";
    static final int DIMENSIONS = 384;

    /** The model was trained with this prefix; it compares texts of one kind with each other. */
    private static final String PREFIX = "query: ";

    @Override
    public EmbeddingResponse call(EmbeddingRequest request) {
        List<Embedding> embeddings = new ArrayList<>();
        for (String text : request.getInstructions()) {
            embeddings.add(new Embedding(embed(text), embeddings.size()));
        }
        return new EmbeddingResponse(embeddings);
    }

    @Override
    public float[] embed(String text) {
        return Loaded.MODEL.embed(PREFIX + Texts.clean(text)).content().vector();
    }

    @Override
    public float[] embed(Document document) {
        return embed(document.getText());
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    /** Loads the model when first touched, once for the whole process. */
    private static final class Loaded {
        // Runs in the caller's thread: the default would open a pool of its own
        static final E5SmallV2QuantizedEmbeddingModel MODEL = new E5SmallV2QuantizedEmbeddingModel(Runnable::run);
    }
}
