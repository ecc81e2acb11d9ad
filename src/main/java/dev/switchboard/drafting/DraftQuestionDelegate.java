package dev.switchboard.drafting;

import dev.switchboard.process.Round;
import dev.switchboard.process.Vars;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Drafts a question to the client about what is missing in a bug report. */
@Component("draftQuestionDelegate")
class DraftQuestionDelegate implements JavaDelegate {

    private final Briefs briefs;
    private final Drafter drafter;

    DraftQuestionDelegate(Briefs briefs, Drafter drafter) {
        this.briefs = briefs;
        this.drafter = drafter;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var missing = List.of(Vars.MISSING.get(execution, "").split(", *"));
        var brief = briefs.of(execution.getProcessBusinessKey(), Vars.FEEDBACK.get(execution), missing, null);
        var round = Round.of(execution);
        var draft = drafter.draft(Drafter.QUESTION, round, brief);
        Vars.CLIENT_MESSAGE.set(execution, draft.value().clientMessage());
        Vars.DRAFTED_BY.set(execution, draft.author());
        Vars.DRAFT_ROUND.set(execution, round);
    }
}
