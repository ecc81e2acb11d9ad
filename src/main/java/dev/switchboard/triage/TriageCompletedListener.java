package dev.switchboard.triage;

import dev.switchboard.crm.Clients;
import dev.switchboard.process.RejectedInput;
import dev.switchboard.process.SignedIn;
import dev.switchboard.process.Vars;
import dev.switchboard.request.Overrides;
import dev.switchboard.request.RequestType;
import dev.switchboard.request.Requests;
import dev.switchboard.request.Status;
import dev.switchboard.request.Urgency;
import dev.switchboard.system.Names;
import dev.switchboard.system.Problem;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** What a person decided in triage wins over the classifiers, and a stranger's number gets its client. */
@Component("triageCompletedListener")
class TriageCompletedListener implements TaskListener {

    private final Requests requests;
    private final Clients clients;
    private final Overrides overrides;

    TriageCompletedListener(Requests requests, Clients clients, Overrides overrides) {
        this.requests = requests;
        this.clients = clients;
        this.overrides = overrides;
    }

    @Override
    public void notify(DelegateTask task) {
        var user = SignedIn.at(task);
        if (user.isEmpty() || !"proceed".equals(Vars.DECISION.get(task))) {
            return;
        }
        var id = task.getExecution().getProcessBusinessKey();
        try {
            var patch = new Overrides.Patch(
                    Names.readOrNull(RequestType.class, Vars.REQUEST_TYPE.get(task)),
                    Names.readOrNull(Urgency.class, Vars.URGENCY.get(task)),
                    null,
                    clientId(task, id));
            overrides.apply(id, patch, user.get());
        } catch (Problem e) {
            throw new RejectedInput(e.getMessage());
        }
        requests.setStatus(id, Status.IN_PROGRESS);
    }

    /** What the person entered, else the client who has claimed the number since the text came. */
    private String clientId(DelegateTask task, String requestId) {
        var entered = Vars.CLIENT_ID.get(task);
        if (entered != null && !entered.isBlank()) {
            return entered.strip();
        }
        var request = requests.get(requestId);
        return clients.sender(request.channel(), request.address()).clientId();
    }
}
