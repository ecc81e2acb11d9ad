package dev.switchboard.drafting;

import dev.switchboard.process.Round;
import dev.switchboard.process.Vars;
import dev.switchboard.request.Request;
import dev.switchboard.request.Requests;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says what of a bug report is still missing, and lists the client's open reports that may be the same one. */
@Component("assessReportDelegate")
class AssessReportDelegate implements JavaDelegate {

    private static final int MOST_DUPLICATES = 5;

    private final Briefs briefs;
    private final Drafter drafter;
    private final Requests requests;

    AssessReportDelegate(Briefs briefs, Drafter drafter, Requests requests) {
        this.briefs = briefs;
        this.drafter = drafter;
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = execution.getProcessBusinessKey();
        var assessment = drafter.draft(Drafter.ASSESS, Round.of(execution), briefs.of(id, ""))
                .value();
        Vars.ENOUGH_KNOWN.set(execution, assessment.enoughKnown());
        Vars.MISSING.set(execution, String.join(", ", assessment.missing()));
        Vars.QUESTION_ROUNDS.set(execution, Vars.QUESTION_ROUNDS.get(execution, 0));
        Vars.DUPLICATES.set(execution, Map.of(Vars.TEXT, duplicates(requests.get(id))));
    }

    private String duplicates(Request request) {
        return requests.openBugs(request.clientId(), request.id(), MOST_DUPLICATES).stream()
                .map(other -> other.id() + " · " + other.title() + " · "
                        + other.status().text())
                .collect(Collectors.joining("\n"));
    }
}
