package dev.switchboard.request;

import dev.switchboard.process.Deadlines;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes people see that a client still waits past the deadline. */
@Component("escalateDelegate")
class EscalateDelegate implements JavaDelegate {

    private final Requests requests;
    private final Deadlines deadlines;

    EscalateDelegate(Requests requests, Deadlines deadlines) {
        this.requests = requests;
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        requests.recordOverdue(execution.getProcessBusinessKey());
        deadlines.escalate(execution.getProcessBusinessKey());
    }
}
