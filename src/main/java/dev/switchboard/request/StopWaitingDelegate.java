package dev.switchboard.request;

import dev.switchboard.process.Round;
import dev.switchboard.process.Vars;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The client did not answer, or cannot be asked: the work goes on with what there is, and says what it lacks. */
@Component("stopWaitingDelegate")
class StopWaitingDelegate implements JavaDelegate {

    private final Requests requests;

    StopWaitingDelegate(Requests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var missing = Vars.MISSING.get(execution, "");
        requests.stopWaiting(
                execution.getProcessBusinessKey(),
                Round.of(execution),
                missing,
                Vars.NUDGES.get(execution, 0),
                Vars.CLIENT_REACHED.get(execution, true));
        Vars.UNANSWERED.set(execution, missing);
    }
}
