package dev.switchboard.drafting;

import dev.switchboard.process.Round;
import dev.switchboard.process.Vars;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Drafts where the client's open requests stand, for a client who asked. */
@Component("draftStatusAnswerDelegate")
class DraftStatusAnswerDelegate implements JavaDelegate {

    private final StatusBriefs briefs;
    private final Drafter drafter;

    DraftStatusAnswerDelegate(StatusBriefs briefs, Drafter drafter) {
        this.briefs = briefs;
        this.drafter = drafter;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var brief = briefs.of(execution.getProcessBusinessKey());
        var round = Round.of(execution);
        var draft = drafter.draft(Drafter.STATUS_ANSWER, round, brief);
        Vars.CLIENT_MESSAGE.set(execution, draft.value().clientMessage());
        Vars.DRAFTED_BY.set(execution, draft.author());
        Vars.DRAFT_ROUND.set(execution, round);
    }
}
