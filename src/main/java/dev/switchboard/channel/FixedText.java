package dev.switchboard.channel;

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

    private final String version;

    FixedText(String version) {
        this.version = version;
    }

    String version() {
        return version;
    }
}
