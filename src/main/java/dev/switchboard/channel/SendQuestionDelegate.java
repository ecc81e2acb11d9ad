package dev.switchboard.channel;

import dev.switchboard.process.Vars;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Texts the approved question; from then on the request waits for its client. */
@Component("sendQuestionDelegate")
class SendQuestionDelegate implements JavaDelegate {

    private final Outbox outbox;

    SendQuestionDelegate(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        outbox.ask(
                execution.getProcessBusinessKey(),
                Vars.APPROVAL_ID.get(execution),
                Vars.CLIENT_MESSAGE.get(execution, ""));
        Vars.QUESTION_ROUNDS.set(execution, Vars.QUESTION_ROUNDS.get(execution, 0) + 1);
    }
}
