package dev.switchboard.sharing;

import dev.switchboard.process.Round;
import dev.switchboard.process.Vars;
import dev.switchboard.request.Requests;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nobody waits for the client to read any more; the reviewer is told why there is no answer. */
@Component("noteNoAnswerDelegate")
class NoteNoAnswerDelegate implements JavaDelegate {

    private final Requests requests;

    NoteNoAnswerDelegate(Requests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var nudges = Vars.NUDGES.get(execution, 0);
        var reached = Vars.CLIENT_REACHED.get(execution, true);
        requests.stopWaiting(execution.getProcessBusinessKey(), Round.of(execution), "", nudges, reached);
        if (reached) {
            Vars.SHARING.set(execution, Map.of(Vars.TEXT, "No answer after " + nudges + " reminders."));
        }
    }
}
