package dev.switchboard.process;

import org.camunda.bpm.engine.delegate.VariableScope;

/** Where the words of a purpose lie in a process, read the same way when they are approved and when they leave. */
public final class ApprovedWords {

    private ApprovedWords() {}

    public static String read(VariableScope scope, Purpose purpose) {
        return switch (purpose) {
            case CLIENT_MESSAGE -> Vars.CLIENT_MESSAGE.get(scope, "");
            case PRD, SHARED_PRD -> Vars.PRD.get(scope, Vars.MARKDOWN);
            case BUG_REPORT ->
                bugReport(Vars.BUG_REPORT.get(scope, Vars.REPORT_TITLE), Vars.BUG_REPORT.get(scope, Vars.MARKDOWN));
        };
    }

    /** Title and text are approved together: swapping one of them is a different report. Empty when one is missing. */
    public static String bugReport(String title, String markdown) {
        return title.isBlank() || markdown.isBlank() ? "" : title + "\n\n" + markdown;
    }
}
