package dev.switchboard.drafting;

import dev.switchboard.request.Conversation;
import dev.switchboard.request.Issue;
import dev.switchboard.request.Issues;
import dev.switchboard.request.Message;
import dev.switchboard.request.Request;
import dev.switchboard.request.Requests;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The client's other open bug reports that sound like this one, whether or not an issue is filed for them already.
 * Compared offline by meaning; whether it is the same bug, a person decides.
 */
@Component
class Duplicates {

    private static final int MOST_COMPARED = 50;
    private static final int MOST_LISTED = 5;

    /**
     * Cosine of the two texts' vectors. This model gives 0.78 to 0.87 to different bugs of one client and 0.89 and more
     * to two wordings of the same one, in five languages; DuplicatesTest holds the texts it was measured on.
     */
    private static final double PLAUSIBLE = 0.88;

    private final Requests requests;
    private final Conversation conversation;
    private final Issues issues;
    private final EmbeddingModel embeddings;

    Duplicates(
            Requests requests,
            Conversation conversation,
            Issues issues,
            @Qualifier("e5EmbeddingModel") EmbeddingModel embeddings) {
        this.requests = requests;
        this.conversation = conversation;
        this.issues = issues;
        this.embeddings = embeddings;
    }

    private record Candidate(Request request, double likeness) {}

    /** One line each, most alike first; empty when nothing is. */
    String of(Request request) {
        var others = requests.openBugs(request.clientId(), request.id(), MOST_COMPARED);
        if (others.isEmpty()) {
            return "";
        }
        var own = vectors(request);
        return others.stream()
                .map(other -> new Candidate(other, likeness(own, vectors(other))))
                .filter(candidate -> candidate.likeness >= PLAUSIBLE)
                .sorted(Comparator.comparingDouble(Candidate::likeness).reversed())
                .limit(MOST_LISTED)
                .map(candidate -> line(candidate.request))
                .collect(Collectors.joining("\n"));
    }

    boolean alike(String one, String other) {
        return cosine(embeddings.embed(one), embeddings.embed(other)) >= PLAUSIBLE;
    }

    private String line(Request other) {
        var issue = issues.find(other.id()).filter(Issue::filed);
        return other.id() + " · " + other.title() + " · "
                + other.status().text().replace('_', ' ')
                + issue.map(filed -> " · issue #" + filed.number() + " " + filed.url())
                        .orElse("");
    }

    /** Of the words that opened it, and of all words: either alone can miss what was said later or first. */
    private List<float[]> vectors(Request request) {
        var words = conversation.clientWords(request.id()).stream()
                .map(Message::body)
                .filter(body -> !body.isBlank())
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        var opening = embeddings.embed(words.get(0));
        return List.of(opening, words.size() == 1 ? opening : embeddings.embed(String.join("\n", words)));
    }

    private static double likeness(List<float[]> one, List<float[]> other) {
        var most = 0.0;
        for (var i = 0; i < Math.min(one.size(), other.size()); i++) {
            most = Math.max(most, cosine(one.get(i), other.get(i)));
        }
        return most;
    }

    /** The model's vectors have length one. */
    private static double cosine(float[] one, float[] other) {
        var sum = 0.0;
        for (var i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
