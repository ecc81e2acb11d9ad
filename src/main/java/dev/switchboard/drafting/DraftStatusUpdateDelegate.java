package dev.switchboard.drafting;

import dev.switchboard.process.Round;
import dev.switchboard.process.Vars;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Drafts what the client is told now that the issue is closed: that it is done, or that it will not be done. */
@Component("draftStatusUpdateDelegate")
class DraftStatusUpdateDelegate implements JavaDelegate {

    private final Briefs briefs;
    private final Drafter drafter;

    DraftStatusUpdateDelegate(Briefs briefs, Drafter drafter) {
        this.briefs = briefs;
        this.drafter = drafter;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var brief = briefs.of(execution.getProcessBusinessKey(), "", List.of(), Vars.CLOSE_REASON.get(execution));
        var round = Round.of(execution);
        var draft = drafter.draft(Drafter.STATUS_UPDATE, round, brief);
        Vars.CLIENT_MESSAGE.set(execution, draft.value().clientMessage());
        Vars.DRAFTED_BY.set(execution, draft.author());
        Vars.DRAFT_ROUND.set(execution, round);
    }
}
