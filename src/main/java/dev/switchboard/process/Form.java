package dev.switchboard.process;

import static dev.switchboard.process.Purpose.BUG_REPORT;
import static dev.switchboard.process.Purpose.CLIENT_MESSAGE;
import static dev.switchboard.process.Purpose.PRD;
import static dev.switchboard.process.Purpose.SHARED_PRD;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The forms of user tasks in {@code forms/}: their outcomes (the field {@code decision}), and which words each outcome approves. A
 * person who picks that outcome has seen those words in that form.
 */
public enum Form {
    TRIAGE_REQUEST("triage-request", Map.of("proceed", Set.of(), "close", Set.of())),
    REVIEW_PRD(
            "review-prd",
            Map.of(
                    "approve", Set.of(PRD, CLIENT_MESSAGE),
                    "redraft", Set.of(),
                    "share", Set.of(SHARED_PRD),
                    "decline", Set.of(CLIENT_MESSAGE))),
    REVIEW_BUG_REPORT(
            "review-bug-report",
            Map.of(
                    "approve", Set.of(BUG_REPORT, CLIENT_MESSAGE),
                    "ask_client", Set.of(),
                    "redraft", Set.of(),
                    "decline", Set.of(CLIENT_MESSAGE))),
    REVIEW_QUESTION_TO_CLIENT(
            "review-question-to-client", Map.of("send", Set.of(CLIENT_MESSAGE), "redraft", Set.of(), "skip", Set.of())),
    REVIEW_ANSWER("review-answer", Map.of("approve", Set.of(CLIENT_MESSAGE), "redraft", Set.of(), "decline", Set.of())),
    WRITE_ANSWER("write-answer", Map.of("send", Set.of(CLIENT_MESSAGE), "close", Set.of())),
    REVIEW_WELCOME_MESSAGE("review-welcome-message", Map.of("send", Set.of(CLIENT_MESSAGE), "skip", Set.of())),
    REVIEW_STATUS_UPDATE(
            "review-status-update", Map.of("send", Set.of(CLIENT_MESSAGE), "redraft", Set.of(), "skip", Set.of())),
    HANDLE_UNDELIVERED_TEXT(
            "handle-undelivered-text", Map.of("reached", Set.of(), "send_again", Set.of(CLIENT_MESSAGE)));

    private final String key;
    private final Map<String, Set<Purpose>> outcomes;

    Form(String key, Map<String, Set<Purpose>> outcomes) {
        this.key = key;
        this.outcomes = outcomes;
    }

    /** The form's id and, with {@code .form}, its file name. */
    public String key() {
        return key;
    }

    public Set<String> outcomes() {
        return outcomes.keySet();
    }

    /** What the outcome approves; empty when this form has no such outcome. */
    public Optional<Set<Purpose>> approvedBy(String outcome) {
        return Optional.ofNullable(outcome == null ? null : outcomes.get(outcome));
    }

    /** Everything that some outcome of this form approves. */
    public Set<Purpose> purposes() {
        var all = new HashSet<Purpose>();
        outcomes.values().forEach(all::addAll);
        return all;
    }

    public static Optional<Form> of(String key) {
        return Arrays.stream(values()).filter(form -> form.key.equals(key)).findFirst();
    }
}
