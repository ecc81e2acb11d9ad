package dev.switchboard.sharing;

import dev.switchboard.process.Vars;
import dev.switchboard.request.Requests;
import dev.switchboard.request.Status;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nobody waits for the client any more; the reviewer reads why there is no answer. */
@Component("stopWaitingDelegate")
class StopWaitingDelegate implements JavaDelegate {

    private final Requests requests;

    StopWaitingDelegate(Requests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        requests.setStatus(execution.getProcessBusinessKey(), Status.IN_PROGRESS);
        if (Vars.SHARING.get(execution, Vars.TEXT).isEmpty()) {
            var nudges = Vars.NUDGES.get(execution, 0);
            Vars.SHARING.set(execution, Map.of(Vars.TEXT, "No answer after " + nudges + " reminders."));
        }
    }
}
