package dev.switchboard.drafting;

import dev.switchboard.process.Round;
import dev.switchboard.process.Vars;
import dev.switchboard.request.Requests;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says what of a bug report is still missing, and lists the client's open reports that may be the same one. */
@Component("assessReportDelegate")
class AssessReportDelegate implements JavaDelegate {

    private final Briefs briefs;
    private final Drafter drafter;
    private final Requests requests;
    private final Duplicates duplicates;

    AssessReportDelegate(Briefs briefs, Drafter drafter, Requests requests, Duplicates duplicates) {
        this.briefs = briefs;
        this.drafter = drafter;
        this.requests = requests;
        this.duplicates = duplicates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = execution.getProcessBusinessKey();
        var assessment = drafter.draft(Drafter.ASSESS, Round.of(execution), briefs.of(id, ""))
                .value();
        Vars.ENOUGH_KNOWN.set(execution, assessment.enoughKnown());
        Vars.MISSING.set(execution, String.join(", ", assessment.missing()));
        Vars.QUESTION_ROUNDS.set(execution, Vars.QUESTION_ROUNDS.get(execution, 0));
        Vars.UNANSWERED.set(execution, "");
        // "redraft" was said of the question: a report that a person changed is not to be drafted over because of it
        Vars.DECISION.set(execution, "");
        Vars.DUPLICATES.set(execution, Map.of(Vars.TEXT, duplicates.of(requests.get(id))));
    }
}
