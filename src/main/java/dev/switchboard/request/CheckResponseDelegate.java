package dev.switchboard.request;

import dev.switchboard.process.Vars;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says whether the client has had a response by now. */
@Component("checkResponseDelegate")
class CheckResponseDelegate implements JavaDelegate {

    private final Requests requests;

    CheckResponseDelegate(Requests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var request = requests.get(execution.getProcessBusinessKey());
        Vars.RESPONDED.set(execution, request.respondedAt() != null);
    }
}
