package dev.switchboard.drafting;

import dev.switchboard.process.Round;
import dev.switchboard.process.Vars;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Drafts an answer to the client's question and says what it rests on. */
@Component("draftAnswerDelegate")
class DraftAnswerDelegate implements JavaDelegate {

    private final Briefs briefs;
    private final Drafter drafter;

    DraftAnswerDelegate(Briefs briefs, Drafter drafter) {
        this.briefs = briefs;
        this.drafter = drafter;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reviewed =
                new Drafts.GroundedText(Vars.CLIENT_MESSAGE.get(execution, ""), Vars.SOURCES.get(execution, Vars.TEXT));
        var brief = briefs.of(execution.getProcessBusinessKey(), Vars.FEEDBACK.get(execution))
                .after(Vars.DECISION.get(execution), reviewed);
        var round = Round.of(execution);
        var draft = drafter.draft(Drafter.ANSWER, round, brief);
        Vars.CLIENT_MESSAGE.set(execution, draft.value().clientMessage());
        Vars.SOURCES.set(execution, Map.of(Vars.TEXT, draft.value().sources()));
        Vars.DRAFTED_BY.set(execution, draft.author());
        Vars.DRAFT_ROUND.set(execution, round);
    }
}
