package dev.switchboard.request;

import dev.switchboard.audit.Actor;
import dev.switchboard.crm.Clients;
import dev.switchboard.process.Routing;
import dev.switchboard.process.Vars;
import dev.switchboard.process.Workflow;
import dev.switchboard.system.Groups;
import dev.switchboard.system.Problem;
import dev.switchboard.system.StaffDirectory;
import dev.switchboard.system.WorkingHours;
import org.springframework.stereotype.Component;

/** What a person decides about a request over the classifier's head: it always wins, and it is recorded. */
@Component
public class Overrides {

    private final Requests requests;
    private final Clients clients;
    private final Issues issues;
    private final Writers writers;
    private final Workflow workflow;
    private final Routing routing;
    private final StaffDirectory staff;
    private final WorkingHours workingHours;

    Overrides(
            Requests requests,
            Clients clients,
            Issues issues,
            Writers writers,
            Workflow workflow,
            Routing routing,
            WorkingHours workingHours,
            StaffDirectory staff) {
        this.requests = requests;
        this.clients = clients;
        this.issues = issues;
        this.writers = writers;
        this.workflow = workflow;
        this.routing = routing;
        this.staff = staff;
        this.workingHours = workingHours;
    }

    /** What to change; null leaves a field as it is, an empty assignee is nobody. */
    public record Patch(RequestType type, Urgency urgency, String assignee, String clientId) {}

    /** Our record first, then the running process; doing it again repairs what a crash left between the two. */
    public void apply(String id, Patch patch, String user) {
        var before = requests.get(id);
        requireStaff(patch.assignee());
        if (patch.clientId() != null) {
            tieToClient(before, patch.clientId(), user);
        }
        if (patch.urgency() != null) {
            overrideUrgency(before, patch, user);
        }
        if (patch.assignee() != null) {
            assign(id, patch.assignee().strip(), user);
        }
        if (patch.type() != null) {
            overrideType(id, patch.type(), user);
        }
    }

    private void requireStaff(String assignee) {
        if (assignee != null
                && !assignee.isBlank()
                && staff.groupsOf(assignee.strip()).stream().noneMatch(Groups.ALL::contains)) {
            throw Problem.badRequest(
                    "\"" + assignee + "\" is nobody who works here: assign the request to the user name"
                            + " of a colleague, or to \"\" for nobody.");
        }
    }

    private void assign(String id, String assignee, String user) {
        var person = assignee.isEmpty() ? null : assignee;
        requests.assign(id, person, user);
        workflow.assign(id, person);
    }

    /** What is filed stays filed: from then on a new type is a better label and begins nothing again. */
    private void overrideType(String id, RequestType type, String user) {
        requests.overrideType(id, type, user);
        writers.end(id);
        var filed = issues.find(id).map(Issue::filed).orElse(false);
        // Work begins again: a request that waited for its client does so no longer
        if (!filed && workflow.reclassify(id, type.text())) {
            requests.setStatus(id, Status.IN_PROGRESS);
        }
    }

    /** Ties an unknown number to a client; a number that has a client already keeps it. */
    public void tieToClient(Request request, String clientId, String user) {
        var client = clients.get(clientId);
        if (!clients.sender(request.channel(), request.address()).known()) {
            clients.addAddress(clientId, request.channel(), request.address(), Actor.staff(user));
        }
        requests.tieToClient(request.id(), clientId, user);
        workflow.setVariable(request.id(), Vars.CLIENT_ID.name(), clientId);
        workflow.setVariable(
                request.id(),
                Vars.CLIENT.name(),
                clients.sender(request.channel(), request.address()).displayName());
        workflow.setVariable(request.id(), Vars.KNOWN_SENDER.name(), true);
        workflow.setVariable(request.id(), Vars.SERVICE.name(), client.firstService());
    }

    private void overrideUrgency(Request request, Patch patch, String user) {
        var urgency = patch.urgency();
        var type = patch.type() != null ? patch.type() : request.type() == null ? RequestType.OTHER : request.type();
        var known = clients.sender(request.channel(), request.address()).known();
        var decided = routing.decide(type.text(), urgency.text(), 1, known);
        var dueAt = workingHours.after(request.openedAt(), decided.timeToRespond());
        requests.overrideUrgency(request.id(), urgency, dueAt, user);
        workflow.setVariable(request.id(), Vars.URGENCY.name(), urgency.text());
        if (request.respondedAt() == null) {
            workflow.moveDeadline(request.id(), dueAt);
        }
    }
}
