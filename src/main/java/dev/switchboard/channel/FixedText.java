package dev.switchboard.channel;

import dev.switchboard.request.Message;
import java.util.Arrays;

/** Words that an owner approved beforehand; each constant names the version in use. */
public enum FixedText {
    HELP("help-1"),
    /** Slot {@code choices}: the matters, numbered from 1. */
    WHICH_REQUEST("which-request-1"),
    /** Slot {@code title}. */
    QUESTION_NUDGE("question-nudge-1"),
    /** Slots {@code title} and {@code link}. */
    PRD_SHARED("prd-shared-1"),
    /** Slots {@code title} and {@code link}. */
    PRD_NUDGE("prd-nudge-1");

    private final String name;
    private final String version;

    FixedText(String version) {
        this.name = version.substring(0, version.lastIndexOf('-'));
        this.version = version;
    }

    /**
     * Whether the client hears something new from a person: in words of staff, or in a fixed text that a decision of
     * theirs sent. A reminder or a question of the channel is no response to what the client asked.
     */
    static boolean isResponse(Message message) {
        return Arrays.stream(values()).filter(text -> text != PRD_SHARED).noneMatch(text -> message.idempotencyKey()
                .startsWith("approval:" + text.name + "-"));
    }

    String version() {
        return version;
    }
}
