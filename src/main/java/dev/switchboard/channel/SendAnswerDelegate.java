package dev.switchboard.channel;

import dev.switchboard.process.Vars;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Texts the approved answer. */
@Component("sendAnswerDelegate")
class SendAnswerDelegate implements JavaDelegate {

    private final Outbox outbox;

    SendAnswerDelegate(Outbox outbox) {
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
