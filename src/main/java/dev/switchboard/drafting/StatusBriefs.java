package dev.switchboard.drafting;

import dev.switchboard.crm.Clients;
import dev.switchboard.process.Form;
import dev.switchboard.process.Progress;
import dev.switchboard.process.Progress.Step;
import dev.switchboard.request.Conversation;
import dev.switchboard.request.Issue;
import dev.switchboard.request.Issues;
import dev.switchboard.request.Message;
import dev.switchboard.request.Messages;
import dev.switchboard.request.Request;
import dev.switchboard.request.Requests;
import dev.switchboard.system.Times;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gathers where the open requests of a client stand, from the process and nothing else. */
@Component
class StatusBriefs {

    /** More would not fit into a text that somebody reads. */
    private static final int MOST_MATTERS = 3;

    private static final int LONGEST_TITLE = 50;
    /** The task id of an earlier answer to the same question says nothing of where the request stands. */
    private static final String OWN_TASK = Form.REVIEW_STATUS_UPDATE.key().replace('-', '_');

    private final Requests requests;
    private final Messages messages;
    private final Conversation conversation;
    private final Issues issues;
    private final Clients clients;
    private final Progress progress;

    StatusBriefs(
            Requests requests,
            Messages messages,
            Conversation conversation,
            Issues issues,
            Clients clients,
            Progress progress) {
        this.requests = requests;
        this.messages = messages;
        this.conversation = conversation;
        this.issues = issues;
        this.clients = clients;
        this.progress = progress;
    }

    StatusBrief of(String requestId) {
        var asked = requests.get(requestId);
        var sender = clients.sender(asked.channel(), asked.address());
        var open = requests.open(asked.channel(), asked.address());
        var newest =
                open.isEmpty() ? List.of(asked) : open.subList(Math.max(0, open.size() - MOST_MATTERS), open.size());
        var steps = progress.currentSteps(newest.stream().map(Request::id).toList());
        return new StatusBrief(
                requestId,
                asked.language() == null ? Briefs.DEFAULT_LANGUAGE : asked.language(),
                sender.known() ? sender.contactName() : "",
                newest.stream().map(request -> matter(request, steps)).toList(),
                conversation.clientWords(requestId).stream().map(Message::id).toList());
    }

    private StatusBrief.Matter matter(Request request, Map<String, List<Step>> steps) {
        var stage = stage(request);
        var title = request.title();
        return new StatusBrief.Matter(
                title.length() <= LONGEST_TITLE
                        ? title
                        : title.substring(0, LONGEST_TITLE - 1).strip() + "…",
                day(request.openedAt()),
                stage,
                day(since(request, stage, steps.getOrDefault(request.id(), List.of()))));
    }

    private String stage(Request request) {
        return switch (request.status()) {
            case NEW, TRIAGE -> "reading";
            case IN_PROGRESS -> issueIs("closed", request) ? "finished" : "working";
            case WAITING_FOR_CLIENT -> "waiting_for_you";
            case WAITING_FOR_DELIVERY -> issueIs("open", request) ? "planned" : "finished";
            case CLOSED -> "finished";
        };
    }

    private boolean issueIs(String state, Request request) {
        return issues.find(request.id()).map(Issue::state).filter(state::equals).isPresent();
    }

    private Instant since(Request request, String stage, List<Step> steps) {
        return switch (stage) {
            case "planned" -> issues.find(request.id()).map(Issue::filedAt).orElse(request.openedAt());
            case "waiting_for_you" ->
                messages.conversation(request.id()).stream()
                        .filter(message -> message.direction() == Message.Direction.OUTBOUND)
                        .map(Message::at)
                        .reduce((one, later) -> later)
                        .orElse(request.openedAt());
            default ->
                steps.stream()
                        .filter(step -> !step.id().equals(OWN_TASK))
                        .map(Step::since)
                        .findFirst()
                        .orElse(request.openedAt());
        };
    }

    private static String day(Instant instant) {
        return Times.text(instant).substring(0, 10);
    }
}
