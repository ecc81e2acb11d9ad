package dev.switchboard.request;

import dev.switchboard.system.Json;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The passes through drafting steps: from which of the client's texts each draft was made. What the first try of a pass
 * fixed holds for its retries, so a draft never claims to know a text that came while it was being written.
 */
@Component
public class DraftRounds {

    private static final String LEFT = "left";
    /** A variable holds 4,000 characters. */
    private static final int MOST_IDS = 200;

    private final DraftRoundRows rows;
    private final Conversation conversation;
    private final Clock clock;

    DraftRounds(DraftRoundRows rows, Conversation conversation, Clock clock) {
        this.rows = rows;
        this.conversation = conversation;
        this.clock = clock;
    }

    /**
     * Begins a pass, or finds it as it was begun.
     *
     * @param texts ids of the client's texts that are there now
     * @return ids of those that the draft is made from
     */
    @Transactional
    public List<String> begin(String round, String requestId, List<String> texts) {
        rows.insert(round, requestId, Json.write(texts), clock.instant());
        return Json.readList(rows.find(round).saw(), String.class);
    }

    /** Whether it is decided how the pass ends. */
    public boolean ended(String round) {
        return rows.find(round).outcome() != null;
    }

    /** Whether a person writes instead. */
    public boolean left(String round) {
        return LEFT.equals(rows.find(round).outcome());
    }

    @Transactional
    public void written(String round) {
        rows.end(round, "written");
    }

    @Transactional
    public void leave(String round) {
        rows.end(round, LEFT);
    }

    /** The client's texts that the draft of this pass was made without, oldest first. */
    public List<String> unseen(String requestId, String round) {
        return Optional.ofNullable(rows.find(round))
                .map(row -> Json.readList(row.saw(), String.class))
                .map(saw -> conversation.clientWords(requestId).stream()
                        .map(Message::id)
                        .filter(id -> !saw.contains(id))
                        .toList())
                .orElse(List.of());
    }

    /** What a reviewer reads of it; no words of the client, for forms render it. Empty when the draft knows all. */
    public static String warning(List<String> unseen) {
        return switch (unseen.size()) {
            case 0 -> "";
            case 1 ->
                "The client wrote a text after this draft was made: %s, at the end of the conversation."
                        .formatted(unseen.get(0));
            default ->
                "The client wrote %d texts after this draft was made: %s, at the end of the conversation."
                        .formatted(unseen.size(), ids(unseen));
        };
    }

    /** As they fit into a variable. */
    public static String ids(List<String> unseen) {
        return String.join(", ", unseen.subList(Math.max(0, unseen.size() - MOST_IDS), unseen.size()));
    }
}
