package dev.switchboard.triage;

import dev.switchboard.process.Deadlines;
import dev.switchboard.process.DecisionRow;
import dev.switchboard.process.Round;
import dev.switchboard.process.Routing;
import dev.switchboard.process.Vars;
import dev.switchboard.request.Requests;
import dev.switchboard.system.WorkingHours;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Takes the row that routing.dmn chose apart into variables, and sets the deadline. */
@Component("handlingDecidedListener")
class HandlingDecidedListener implements ExecutionListener {

    private final Requests requests;
    private final WorkingHours workingHours;
    private final Deadlines deadlines;

    HandlingDecidedListener(Requests requests, WorkingHours workingHours, Deadlines deadlines) {
        this.requests = requests;
        this.workingHours = workingHours;
        this.deadlines = deadlines;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var decision = Routing.Decision.of(DecisionRow.take(execution, Routing.KEY));
        var id = execution.getProcessBusinessKey();
        var dueAt = workingHours.after(requests.get(id).openedAt(), decision.timeToRespond());
        requests.route(
                id,
                Round.of(execution),
                decision.handling(),
                dueAt,
                Map.of(
                        "handling", decision.handling(),
                        "candidateGroup", decision.candidateGroup(),
                        "timeToRespond", decision.timeToRespond().toString()));
        Vars.HANDLING.set(execution, decision.handling());
        Vars.CANDIDATE_GROUP.set(execution, decision.candidateGroup());
        Vars.TIME_TO_RESPOND.set(execution, decision.timeToRespond().toString());
        Vars.DUE_AT.set(execution, Date.from(dueAt));
        deadlines.moveTimer(execution.getProcessInstanceId());
    }
}
