package dev.switchboard.channel;

import dev.switchboard.crm.Client;
import dev.switchboard.process.Vars;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Texts the client, once more, what a person approved after an earlier text did not arrive. */
@Component("sendTextAgainDelegate")
class SendTextAgainDelegate implements JavaDelegate {

    private final Outbox outbox;

    SendTextAgainDelegate(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var subject = execution.getProcessBusinessKey();
        var approvalId = Vars.APPROVAL_ID.get(execution);
        var words = Vars.CLIENT_MESSAGE.get(execution, "");
        if (Client.isId(subject)) {
            outbox.sendToClient(subject, Vars.PHONE.get(execution), approvalId, words);
        } else {
            outbox.send(subject, approvalId, words);
        }
    }
}
