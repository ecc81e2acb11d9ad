package dev.switchboard.channel;

import dev.switchboard.process.Vars;
import dev.switchboard.system.WorkingHours;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Texts the approved question; from then on the request waits for its client, for so long. */
@Component("sendQuestionDelegate")
class SendQuestionDelegate implements JavaDelegate {

    private final Outbox outbox;
    private final WorkingHours workingHours;
    private final Clock clock;

    SendQuestionDelegate(Outbox outbox, WorkingHours workingHours, Clock clock) {
        this.outbox = outbox;
        this.workingHours = workingHours;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reached = outbox.ask(
                execution.getProcessBusinessKey(),
                Vars.APPROVAL_ID.get(execution),
                Vars.CLIENT_MESSAGE.get(execution, ""));
        var now = clock.instant();
        Vars.CLIENT_REACHED.set(execution, reached);
        Vars.NUDGES.set(execution, 0);
        Vars.NUDGE_AT.set(execution, Date.from(workingHours.nudgeAt(now, 1)));
        Vars.GIVE_UP_AT.set(execution, Date.from(workingHours.giveUpAt(now)));
        if (reached) {
            Vars.QUESTION_ROUNDS.set(execution, Vars.QUESTION_ROUNDS.get(execution, 0) + 1);
        }
    }
}
