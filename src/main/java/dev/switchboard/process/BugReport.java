package dev.switchboard.process;

/** Ids of bug-report.bpmn that code outside the diagram relies on. */
public final class BugReport {

    public static final String KEY = "bug_report";
    public static final String MESSAGE_CLIENT_REPLIED = "client_replied";

    /** After so many questions the report is written with what there is. */
    public static final int MOST_QUESTION_ROUNDS = 3;

    private BugReport() {}
}
