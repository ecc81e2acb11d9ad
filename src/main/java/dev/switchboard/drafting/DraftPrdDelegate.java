package dev.switchboard.drafting;

import dev.switchboard.document.Documents;
import dev.switchboard.document.TextDiff;
import dev.switchboard.process.Round;
import dev.switchboard.process.Vars;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Drafts the PRD and what the client would be told; each draft is kept as a version of the document. */
@Component("draftPrdDelegate")
class DraftPrdDelegate implements JavaDelegate {

    private final Briefs briefs;
    private final Drafter drafter;
    private final Documents documents;

    DraftPrdDelegate(Briefs briefs, Drafter drafter, Documents documents) {
        this.briefs = briefs;
        this.drafter = drafter;
        this.documents = documents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var round = Round.of(execution);
        var before = Vars.PRD.get(execution, Vars.MARKDOWN);
        var brief = briefs.of(execution.getProcessBusinessKey(), Vars.FEEDBACK.get(execution))
                .after(Vars.DECISION.get(execution), new Drafts.Prd(before, Vars.CLIENT_MESSAGE.get(execution, "")));
        var reviewer = Vars.REVIEWER.get(execution);
        if (!before.isBlank() && reviewer != null) {
            // What the reviewer changed in the last draft would be lost with it
            documents.addEdited(brief.requestId(), Documents.PRD, brief.title(), before, reviewer, round);
        }
        var draft = drafter.draft(Drafter.PRD, round, brief);
        var prd = draft.value();
        if (draft.given()) {
            documents.addDraft(brief.requestId(), Documents.PRD, brief.title(), prd.markdown(), draft.author(), round);
        }
        var changes = before.isBlank() || !draft.given() ? "" : TextDiff.readable(before, prd.markdown());
        Vars.CHANGES.set(execution, Map.of(Vars.TEXT, changes));
        Vars.PRD.set(execution, Map.of(Vars.MARKDOWN, prd.markdown()));
        Vars.CLIENT_MESSAGE.set(execution, prd.clientMessage());
        Vars.DRAFTED_BY.set(execution, draft.author());
        Vars.DRAFT_ROUND.set(execution, round);
    }
}
