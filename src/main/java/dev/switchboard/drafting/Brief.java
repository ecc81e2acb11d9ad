package dev.switchboard.drafting;

import dev.switchboard.request.Outcomes.Outcome;
import java.util.List;

/**
 * What a drafter knows of a request; everything it writes must come from here.
 *
 * @param requestId such as {@code R-1042}
 * @param title the client's first words
 * @param language ISO 639-1 of the client's words
 * @param name how to address the client; empty for a number that nobody has claimed
 * @param words the client's texts, oldest first
 * @param feedback what the reviewer wants changed; empty on the first draft
 * @param previous the draft that the feedback is about, as its reviewer left it, in the form of the answer; null on the
 *     first draft
 * @param missing names of what is not known yet, for a question to the client
 * @param closeReason {@code completed} or {@code not_planned} for a status update
 * @param summary what colleagues should know of the client; never to be repeated to the client
 * @param history the client's closed requests, the last closed first, each with what was said to the client
 */
record Brief(
        String requestId,
        String title,
        String language,
        String name,
        List<Words> words,
        String feedback,
        Record previous,
        List<String> missing,
        String closeReason,
        String summary,
        List<Outcome> history)
        implements Input<Brief> {

    static final String REDRAFT = "redraft";

    /** One text of the client. */
    record Words(String messageId, String at, String body) {}

    @Override
    public List<String> texts() {
        return words.stream().map(Words::messageId).toList();
    }

    @Override
    public Brief only(List<String> texts) {
        var kept =
                words.stream().filter(text -> texts.contains(text.messageId())).toList();
        return new Brief(
                requestId, title, language, name, kept, feedback, previous, missing, closeReason, summary, history);
    }

    /** The same with the draft that a reviewer wants written anew; any other decision is about no draft. */
    Brief after(String decision, Record reviewed) {
        var previous = REDRAFT.equals(decision) ? reviewed : null;
        return new Brief(
                requestId, title, language, name, words, feedback, previous, missing, closeReason, summary, history);
    }

    String allWords() {
        return String.join("\n", words.stream().map(Words::body).toList());
    }
}
