package dev.switchboard.channel;

import dev.switchboard.process.Round;
import dev.switchboard.process.Vars;
import dev.switchboard.request.Requests;
import dev.switchboard.system.WorkingHours;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the client of the question in words fixed beforehand; each reminder leaves more time than the one before. */
@Component("sendNudgeDelegate")
class SendNudgeDelegate implements JavaDelegate {

    private final FixedTexts fixedTexts;
    private final Requests requests;
    private final WorkingHours workingHours;
    private final Clock clock;

    SendNudgeDelegate(FixedTexts fixedTexts, Requests requests, WorkingHours workingHours, Clock clock) {
        this.fixedTexts = fixedTexts;
        this.requests = requests;
        this.workingHours = workingHours;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var now = clock.instant();
        var before = Vars.NUDGES.get(execution, 0);
        Vars.NUDGE_AT.set(execution, Date.from(workingHours.nudgeAt(now, before + 2)));
        // After a long standstill both timers are due: whoever is given up in a second is not reminded first
        if (now.isBefore(Vars.GIVE_UP_AT.get(execution).toInstant())) {
            Vars.CLIENT_REACHED.set(execution, remind(execution, before));
            Vars.NUDGES.set(execution, before + 1);
        }
    }

    /** The title is the client's own, from our record: a diagram could put any words into a variable. */
    private boolean remind(DelegateExecution execution, int before) {
        var request = requests.get(execution.getProcessBusinessKey());
        return fixedTexts.ask(
                FixedText.QUESTION_NUDGE,
                request.id(),
                Round.of(execution) + "/" + before,
                Map.of("title", request.title()));
    }
}
