package dev.switchboard.request;

import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.crm.Clients;
import dev.switchboard.process.OpenWork;
import dev.switchboard.process.Workflow;
import dev.switchboard.system.Problem;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests that the client no longer wants. Nothing is sent; an issue that was filed stays as it is. */
@Component
public class Withdrawals {

    private final Requests requests;
    private final Messages messages;
    private final Clients clients;
    private final Workflow workflow;
    private final OpenWork work;
    private final Events events;

    Withdrawals(
            Requests requests, Messages messages, Clients clients, Workflow workflow, OpenWork work, Events events) {
        this.requests = requests;
        this.messages = messages;
        this.clients = clients;
        this.workflow = workflow;
        this.work = work;
        this.events = events;
    }

    /**
     * Withdraws an open request: its process is told and closes it, or, where none was started yet, it is closed here.
     *
     * @param reason for staff; may be empty
     * @param user the staff user who withdraws it; empty when the client does
     * @throws Problem 409 when it is closed already
     */
    public void withdraw(String requestId, String reason, String user) {
        if (requests.get(requestId).closed()) {
            throw Problem.conflict(requestId + " is closed already; there is nothing to withdraw.");
        }
        if (!workflow.started(requestId)) {
            close(requestId, reason, user);
        } else {
            workflow.withdraw(requestId, reason, user);
        }
    }

    /** Closes it and records who withdrew it and who had worked on it; once, however often it is tried. */
    @Transactional
    public void close(String requestId, String reason, String user) {
        var request = requests.get(requestId);
        var workedOnIt = new TreeSet<>(work.peopleOf(requestId));
        if (request.assignee() != null) {
            workedOnIt.add(request.assignee());
        }
        events.appendOnce(
                requestId,
                user.isEmpty()
                        ? Actor.client(clients.sender(request.channel(), request.address())
                                .id())
                        : Actor.staff(user),
                "request_withdrawn",
                requestId,
                request.clientId(),
                Map.of("workedOnIt", workedOnIt, "reasonGiven", !reason.isBlank()));
        messages.handledOf(requestId);
        requests.close(requestId);
    }
}
