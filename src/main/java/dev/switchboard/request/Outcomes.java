package dev.switchboard.request;

import dev.switchboard.request.Message.Direction;
import dev.switchboard.system.Times;
import java.util.List;
import org.springframework.stereotype.Component;

/** What became of requests, in a few words for colleagues and drafters; nothing is read into it. */
@Component
public class Outcomes {

    private final Requests requests;
    private final Messages messages;
    private final Issues issues;

    Outcomes(Requests requests, Messages messages, Issues issues) {
        this.requests = requests;
        this.messages = messages;
        this.issues = issues;
    }

    /**
     * One request and how far it came.
     *
     * @param at when it came that far
     * @param type empty where nobody said
     * @param outcome in words
     * @param said the last words to the client that a person approved; empty where there are none
     */
    public record Outcome(String requestId, String at, String type, String title, String outcome, String said) {}

    public Outcome of(String requestId) {
        var request = requests.get(requestId);
        var issue = issues.find(requestId).filter(Issue::filed);
        var at = request.closedAt() != null
                ? request.closedAt()
                : issue.map(Issue::filedAt).orElse(request.openedAt());
        var said = messages.conversation(requestId).stream()
                .filter(message -> message.direction() == Direction.OUTBOUND)
                .reduce((earlier, later) -> later)
                .map(Message::body)
                .orElse("");
        return new Outcome(
                requestId,
                Times.text(at),
                request.type() == null ? "" : request.type().text(),
                request.title(),
                issue.map(Outcomes::words).orElseGet(() -> words(request, !said.isEmpty())),
                said);
    }

    /** The client's closed requests other than this one, the last closed first. */
    public List<Outcome> closed(String clientId, String except, int limit) {
        return requests.closed(clientId, except, limit).stream()
                .map(request -> of(request.id()))
                .toList();
    }

    private static String words(Issue issue) {
        var name = "issue " + issue.number();
        if ("not_planned".equals(issue.closeReason())) {
            return "will not be done (" + name + ")";
        }
        return issue.closeReason() == null ? "filed as " + name : "done (" + name + ")";
    }

    private static String words(Request request, boolean told) {
        if (request.mergedInto() != null) {
            return "merged into " + request.mergedInto();
        }
        if (!request.closed()) {
            return "in progress";
        }
        var work = request.type() == RequestType.FEATURE || request.type() == RequestType.BUG;
        if (!told) {
            return "closed, nothing was sent";
        }
        return work ? "closed without an issue, the client was told" : "answered";
    }
}
