package dev.switchboard.triage;

import dev.switchboard.audit.Actor;
import dev.switchboard.crm.Clients;
import dev.switchboard.crm.PhoneNumbers;
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
    private final PhoneNumbers numbers;
    private final Overrides overrides;

    TriageCompletedListener(Requests requests, Clients clients, PhoneNumbers numbers, Overrides overrides) {
        this.requests = requests;
        this.clients = clients;
        this.numbers = numbers;
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
                    clientId(task, id, user.get()));
            overrides.apply(id, patch, user.get());
        } catch (Problem e) {
            throw new RejectedInput(e.getMessage());
        }
        requests.setStatus(id, Status.IN_PROGRESS);
    }

    /**
     * The client that the person entered, or the new one whose name they entered; else the one who has claimed the number
     * since the text came. A number that is still nobody's becomes a client of its own, whom staff can rename.
     */
    private String clientId(DelegateTask task, String requestId, String user) {
        var entered = Vars.CLIENT_ID.get(task, "").strip();
        var name = Vars.NEW_CLIENT_NAME.get(task, "").strip();
        var request = requests.get(requestId);
        var sender = clients.sender(request.channel(), request.address());
        if (!entered.isEmpty()) {
            if (!name.isEmpty()) {
                throw Problem.badRequest("Enter the id of a client or the name of a new one, not both.");
            }
            return entered;
        }
        if (sender.known() || name.isEmpty() && !numbers.isNumber(request.address())) {
            return sender.clientId();
        }
        var contact = Vars.NEW_CONTACT_NAME.get(task, "").strip();
        return clients.createFor(
                        request.address(),
                        name.isEmpty() ? request.address() : name,
                        contact.isEmpty() ? request.address() : contact,
                        Actor.staff(user))
                .id();
    }
}
