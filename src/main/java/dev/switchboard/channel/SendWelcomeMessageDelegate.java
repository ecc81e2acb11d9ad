package dev.switchboard.channel;

import dev.switchboard.process.Vars;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Texts a new contact the approved welcome, at the number with which the contact was onboarded. */
@Component("sendWelcomeMessageDelegate")
class SendWelcomeMessageDelegate implements JavaDelegate {

    private final Outbox outbox;

    SendWelcomeMessageDelegate(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        outbox.sendToClient(
                execution.getProcessBusinessKey(),
                Vars.PHONE.get(execution),
                Vars.APPROVAL_ID.get(execution),
                Vars.CLIENT_MESSAGE.get(execution, ""));
    }
}
