package dev.switchboard.request;

import dev.switchboard.crm.Clients;
import dev.switchboard.crm.Sender;
import dev.switchboard.process.Vars;
import dev.switchboard.process.Workflow;
import dev.switchboard.system.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes two requests of one client one. The one that is merged is closed and keeps its documents, notes and events; the
 * other goes on with its texts, and gets the client's last words as if they had just come.
 */
@Component
class Merging {

    private final Requests requests;
    private final Messages messages;
    private final Issues issues;
    private final Clients clients;
    private final Overrides overrides;
    private final Conversation conversation;
    private final Notes notes;
    private final Workflow workflow;
    private final TransactionTemplate transaction;

    Merging(
            Requests requests,
            Messages messages,
            Issues issues,
            Clients clients,
            Overrides overrides,
            Conversation conversation,
            Notes notes,
            Workflow workflow,
            TransactionTemplate transaction) {
        this.requests = requests;
        this.messages = messages;
        this.issues = issues;
        this.clients = clients;
        this.overrides = overrides;
        this.conversation = conversation;
        this.notes = notes;
        this.workflow = workflow;
        this.transaction = transaction;
    }

    /**
     * Doing it again changes nothing and repairs what a crash left between our record and the process.
     *
     * @return the request that goes on
     * @throws Problem 409 with what is in the way
     */
    Request merge(String id, String into, String user) {
        transaction.executeWithoutResult(tx -> {
            if (!into.equals(requests.get(id).mergedInto())) {
                record(requests.get(id), requests.get(into), user);
            }
        });
        workflow.withdraw(id, "merged into " + into, user);
        workflow.setLongText(into, Vars.CONVERSATION, conversation.variable(into));
        workflow.setLongText(into, Vars.NOTES, notes.variable(into));
        return requests.get(into);
    }

    private void record(Request from, Request into, String user) {
        check(from, into);
        tie(from, into, user);
        requests.merge(from.id(), into.id(), user);
        messages.merge(from.id(), into.id());
    }

    private void check(Request from, Request into) {
        if (from.id().equals(into.id())) {
            throw Problem.badRequest(from.id() + " cannot be merged into itself.");
        }
        if (from.mergedInto() != null) {
            throw Problem.conflict(from.id() + " was merged into " + from.mergedInto() + " before.");
        }
        for (var request : new Request[] {from, into}) {
            if (request.closed()) {
                throw Problem.conflict(request.id() + " is closed: link the two instead.");
            }
            if (request.status() == Status.NEW) {
                throw Problem.conflict(request.id() + " is still being read: try again in a moment.");
            }
        }
        if (issues.find(from.id())
                .filter(issue -> !"closed".equals(issue.state()))
                .isPresent()) {
            throw Problem.conflict(from.id() + " has an open issue, which would be left alone: merge " + into.id()
                    + " into " + from.id() + " instead, or link the two.");
        }
        if (messages.conversation(from.id()).stream()
                .anyMatch(message -> message.status().open())) {
            throw Problem.conflict(
                    "A text of " + from.id() + " is still on its way to the client: try again when it has" + " left.");
        }
    }

    /** Whose number nobody has claimed is the other request's client from now on; two clients are never made one. */
    private void tie(Request from, Request into, String user) {
        var one = owner(from);
        var other = owner(into);
        if (one == null && other == null) {
            if (!from.address().equals(into.address())) {
                throw Problem.conflict("Nobody knows whose numbers " + from.address() + " and " + into.address()
                        + " are: tie one of the requests to a client first.");
            }
            return;
        }
        if (one != null && other != null && !one.equals(other)) {
            throw Problem.conflict(from.id() + " is of " + name(one) + " and " + into.id() + " of " + name(other)
                    + ": only requests of one client can be merged. Link the two instead.");
        }
        var client = one == null ? other : one;
        overrides.tieToClient(from, client, user);
        overrides.tieToClient(into, client, user);
    }

    private String owner(Request request) {
        Sender sender = clients.sender(request.channel(), request.address());
        return request.clientId() == null ? sender.clientId() : request.clientId();
    }

    private String name(String clientId) {
        return clients.get(clientId).name() + " (" + clientId + ")";
    }
}
