package dev.switchboard.process;

/** Ids that feature-request.bpmn and bug-report.bpmn share from the filed issue on. */
public final class IssueTail {

    public static final String MESSAGE_ISSUE_CLOSED = "issue_closed";

    private IssueTail() {}
}
