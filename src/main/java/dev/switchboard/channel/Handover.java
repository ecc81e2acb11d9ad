package dev.switchboard.channel;

import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.process.Vars;
import dev.switchboard.process.Workflow;
import dev.switchboard.request.Conversation;
import dev.switchboard.request.EarlierRequest;
import dev.switchboard.request.EarlierRequests;
import dev.switchboard.request.Message;
import dev.switchboard.request.Messages;
import dev.switchboard.request.Request;
import dev.switchboard.request.Requests;
import dev.switchboard.request.Status;
import dev.switchboard.request.Waiting;
import dev.switchboard.triage.References;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings the texts of a request to the engine: those that came within one window together, each exactly once. */
@Component
class Handover {

    private final Messages messages;
    private final Requests requests;
    private final EarlierRequests earlierRequests;
    private final Conversation conversation;
    private final References references;
    private final StartVariables startVariables;
    private final BurstWindow window;
    private final Workflow workflow;
    private final Events events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Handover(
            Messages messages,
            Requests requests,
            EarlierRequests earlierRequests,
            Conversation conversation,
            References references,
            StartVariables startVariables,
            BurstWindow window,
            Workflow workflow,
            Events events,
            TransactionTemplate transaction,
            Clock clock) {
        this.messages = messages;
        this.requests = requests;
        this.earlierRequests = earlierRequests;
        this.conversation = conversation;
        this.references = references;
        this.startVariables = startVariables;
        this.window = window;
        this.workflow = workflow;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return false when its process was asked to wait for the client and is not there yet */
    boolean bring(Request request) {
        var waiting = messages.waiting(request.id());
        if (waiting.isEmpty()) {
            return true;
        }
        if (request.closed()) {
            takeAway(request, waiting);
            return true;
        }
        var started = workflow.started(request.id());
        if (!started || request.waitsForClient()) {
            var end = end(waiting);
            if (clock.instant().isBefore(end)) {
                messages.holdOf(request.id(), end);
                return true;
            }
        }
        var first = messages.handTogether(request.id()).orElseThrow();
        if (!started) {
            start(request, first);
        } else if (request.waitsForClient()) {
            workflow.setLongText(request.id(), Vars.CONVERSATION, conversation.variable(request.id()));
            if (!workflow.offerReply(request.id(), first)) {
                return false;
            }
            requests.setStatus(request.id(), Status.IN_PROGRESS);
        } else if (!workflow.clientWroteAgain(request.id(), first)) {
            return endedMeanwhile(request);
        }
        messages.handledTogether(first);
        return true;
    }

    private Instant end(List<Waiting> waiting) {
        var first = waiting.get(0);
        var last = waiting.get(waiting.size() - 1);
        // What staff wrote down is complete, and a try that was begun goes on
        return first.manual() || first.handedWith() != null ? first.at() : window.end(first.at(), last.at());
    }

    private void start(Request request, String first) {
        var words = conversation.clientWords(request.id()).stream()
                .map(Message::body)
                .collect(Collectors.joining("\n"));
        for (var earlier : earlierRequests.of(request.id())) {
            if (earlier.kind() == EarlierRequest.Kind.PREVIOUS
                    && references.refersBack(words, earlierWords(earlier.earlierId()))) {
                earlierRequests.refersBack(request.id(), earlier.earlierId());
            }
        }
        var variables = startVariables.of(request);
        // A crash after this start finds here that the process knows these texts
        variables.put(Vars.NEW_WORDS.name(), first);
        workflow.start(request.id(), variables);
    }

    private String earlierWords(String requestId) {
        return conversation.clientWords(requestId).stream().map(Message::body).collect(Collectors.joining("\n"));
    }

    /**
     * The request was closed, or is being withdrawn, while the text was on its way to it. One whose process is gone, for an
     * administrator may delete it, listens to nobody any more.
     */
    private boolean endedMeanwhile(Request request) {
        if (workflow.runs(request.id())) {
            return false;
        }
        requests.close(request.id());
        takeAway(requests.get(request.id()), messages.waiting(request.id()));
        return true;
    }

    /** It is decided again where these belong: nothing is lost in a request that nobody looks at. */
    private void takeAway(Request closed, List<Waiting> texts) {
        transaction.executeWithoutResult(tx -> texts.forEach(text -> {
            messages.tie(text.id(), null);
            events.append(
                    Actor.SYSTEM,
                    "message_came_too_late",
                    closed.id(),
                    closed.clientId(),
                    Map.of("message", text.id()));
        }));
    }
}
