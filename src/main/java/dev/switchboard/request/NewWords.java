package dev.switchboard.request;

import dev.switchboard.process.OpenWork;
import dev.switchboard.process.Vars;
import dev.switchboard.process.Workflow;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What a client wrote while the request was worked on, for those who work on it: in the conversation their form shows, on
 * top of their list, as a comment, and as a warning beside a draft that does not know of it.
 */
@Component
class NewWords {

    /** The engine keeps a comment of 4,000 characters; the whole words are in the conversation. */
    private static final int LONGEST_QUOTE = 1_000;

    private final Messages messages;
    private final Conversation conversation;
    private final DraftRounds draftRounds;
    private final Workflow workflow;
    private final OpenWork work;
    private final Clock clock;

    NewWords(
            Messages messages,
            Conversation conversation,
            DraftRounds draftRounds,
            Workflow workflow,
            OpenWork work,
            Clock clock) {
        this.messages = messages;
        this.draftRounds = draftRounds;
        this.conversation = conversation;
        this.workflow = workflow;
        this.work = work;
        this.clock = clock;
    }

    /** @param handedWith names the texts, see {@link Messages#handTogether} */
    void show(String requestId, String handedWith) {
        workflow.setLongText(requestId, Vars.CONVERSATION, conversation.variable(requestId));
        work.noteStaleDrafts(requestId, round -> {
            var unseen = draftRounds.unseen(requestId, round);
            return Map.of(
                    Vars.WORDS_SINCE_DRAFT.name(), DraftRounds.ids(unseen),
                    Vars.DRAFT_WARNING.name(), DraftRounds.warning(unseen));
        });
        var words = messages.handedWith(handedWith).stream().map(Message::body).collect(Collectors.joining("\n"));
        work.comment(requestId, "The client wrote again: " + cut(words), clock.instant());
    }

    private static String cut(String words) {
        return words.codePointCount(0, words.length()) <= LONGEST_QUOTE
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }
}
