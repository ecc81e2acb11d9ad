package dev.switchboard.request;

import dev.switchboard.crm.Clients;
import dev.switchboard.process.Progress;
import dev.switchboard.process.Progress.Step;
import dev.switchboard.request.RequestView.ClientRef;
import dev.switchboard.request.RequestView.Contact;
import dev.switchboard.request.RequestView.IssueView;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts together what the outside sees of a request: our row, its client, its open tasks and its issue. */
@Component
class RequestViews {

    private final Requests requests;
    private final Clients clients;
    private final Progress progress;
    private final Issues issues;
    private final RequestLinks links;

    RequestViews(Requests requests, Clients clients, Progress progress, Issues issues, RequestLinks links) {
        this.requests = requests;
        this.clients = clients;
        this.progress = progress;
        this.issues = issues;
        this.links = links;
    }

    List<RequestView> of(List<Request> found) {
        var steps = progress.currentSteps(found.stream().map(Request::id).toList());
        return found.stream()
                .map(request -> of(request, steps.getOrDefault(request.id(), List.of())))
                .toList();
    }

    RequestView of(Request request) {
        return of(List.of(request)).get(0);
    }

    private RequestView of(Request request, List<Step> steps) {
        var sender = clients.sender(request.channel(), request.address());
        return new RequestView(
                request.id(),
                request.title(),
                request.clientId() == null ? null : new ClientRef(request.clientId(), clients.name(request.clientId())),
                new Contact(sender.contactName(), request.channel(), request.address()),
                request.type(),
                request.urgency(),
                request.sentiment(),
                request.language(),
                request.confidence(),
                request.status(),
                request.handling(),
                request.assignee(),
                request.dueAt(),
                requests.overdue(request),
                request.openedAt(),
                request.closedAt(),
                steps,
                issues.find(request.id()).map(IssueView::of).orElse(null),
                request.mergedInto(),
                links.of(request.id()));
    }
}
