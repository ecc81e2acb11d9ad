package dev.switchboard.channel;

import dev.switchboard.process.Vars;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Texts the client the words that were approved with the document. */
@Component("tellClientDelegate")
class TellClientDelegate implements JavaDelegate {

    private final Outbox outbox;

    TellClientDelegate(Outbox outbox) {
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
