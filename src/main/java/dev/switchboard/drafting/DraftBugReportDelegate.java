package dev.switchboard.drafting;

import dev.switchboard.document.Documents;
import dev.switchboard.process.Round;
import dev.switchboard.process.Vars;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Drafts the bug report and what the client would be told; each draft is kept as a version of the document. */
@Component("draftBugReportDelegate")
class DraftBugReportDelegate implements JavaDelegate {

    private final Briefs briefs;
    private final Drafter drafter;
    private final Documents documents;

    DraftBugReportDelegate(Briefs briefs, Drafter drafter, Documents documents) {
        this.briefs = briefs;
        this.drafter = drafter;
        this.documents = documents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var round = Round.of(execution);
        var brief = briefs.of(execution.getProcessBusinessKey(), Vars.FEEDBACK.get(execution));
        var draft = drafter.draft(Drafter.REPORT, round, brief);
        var report = draft.value();
        if (draft.given()) {
            documents.addDraft(
                    brief.requestId(), Documents.BUG_REPORT, report.title(), report.markdown(), draft.author(), round);
        }
        Vars.BUG_REPORT.set(execution, Map.of(Vars.REPORT_TITLE, report.title(), Vars.MARKDOWN, report.markdown()));
        Vars.CLIENT_MESSAGE.set(execution, report.clientMessage());
        Vars.DRAFTED_BY.set(execution, draft.author());
    }
}
