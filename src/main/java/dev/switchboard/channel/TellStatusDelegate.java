package dev.switchboard.channel;

import dev.switchboard.process.Vars;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Texts the client how the issue ended, in the approved words. */
@Component("tellStatusDelegate")
class TellStatusDelegate implements JavaDelegate {

    private final Outbox outbox;

    TellStatusDelegate(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        outbox.send(
                execution.getProcessBusinessKey(),
                Vars.APPROVAL_ID.get(execution),
                Vars.CLIENT_MESSAGE.get(execution, ""));
    }
}
