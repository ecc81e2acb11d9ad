package dev.switchboard.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.crm.Clients;
import dev.switchboard.crm.Sender;
import dev.switchboard.process.Progress;
import dev.switchboard.process.Progress.Activity;
import dev.switchboard.process.Progress.Remark;
import dev.switchboard.system.Times;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What happened to a request in one order: our events and the steps that the engine took. */
@Component
class Timeline {

    /** What a reader wants to see of a diagram; gateways and the like only say how it is drawn. */
    private static final Set<String> STEPS = Set.of(
            "startEvent",
            "noneEndEvent",
            "userTask",
            "serviceTask",
            "businessRuleTask",
            "callActivity",
            "intermediateMessageCatch",
            "intermediateTimer",
            "startTimerEvent",
            "boundaryMessage");

    private final Events events;
    private final Notes notes;
    private final Clients clients;
    private final Progress progress;

    Timeline(Events events, Notes notes, Clients clients, Progress progress) {
        this.events = events;
        this.notes = notes;
        this.clients = clients;
        this.progress = progress;
    }

    /** @param source {@code crm} for our event log, {@code engine} for the process's history */
    record Entry(String at, Actor actor, String source, String type, String text, JsonNode details) {}

    List<Entry> of(Request request) {
        var client = clients.sender(request.channel(), request.address());
        var written = notes.of(request.id()).stream().collect(Collectors.toMap(Notes.Note::id, Notes.Note::body));
        var crm = events.ofRequest(request.id()).stream()
                .map(event -> new Entry(
                        event.at(),
                        readable(event.actor(), client),
                        "crm",
                        event.type(),
                        words(event.type()),
                        withNote(event.details(), written)));
        var remarks = progress.remarks(request.id()).stream().map(Timeline::entry);
        var engine = progress.activities(request.id()).stream()
                .filter(activity -> STEPS.contains(activity.type()))
                .map(Timeline::entry);
        return Stream.of(crm, engine, remarks)
                .flatMap(entries -> entries)
                .sorted(Comparator.comparing(Entry::at))
                .toList();
    }

    /** The words of a note lie in its own row and not in the log, which is never changed. */
    private static JsonNode withNote(JsonNode details, Map<String, String> written) {
        var note = written.get(details.path("note").asText());
        return note == null ? details : details.<ObjectNode>deepCopy().put("body", note);
    }

    private static Entry entry(Remark remark) {
        var actor = remark.user() == null ? Actor.SYSTEM : Actor.staff(remark.user());
        var details = JsonNodeFactory.instance.objectNode().put("body", remark.text());
        return new Entry(Times.text(remark.at()), actor, "engine", "comment", "Comment", details);
    }

    /** The log knows a client by a name that tells nothing; people want to read who it was. */
    private static Actor readable(Actor actor, Sender client) {
        return actor.equals(Actor.client(client.id())) ? new Actor(actor.kind(), client.displayName()) : actor;
    }

    private static Entry entry(Activity activity) {
        var actor = activity.assignee() == null ? Actor.SYSTEM : Actor.staff(activity.assignee());
        var details = JsonNodeFactory.instance.objectNode().put("step", activity.id());
        if (activity.end() != null) {
            details.put("endedAt", Times.text(activity.end()));
        }
        return new Entry(Times.text(activity.start()), actor, "engine", activity.type(), activity.name(), details);
    }

    /** "message_received" reads as "Message received". */
    private static String words(String type) {
        var spaced = type.replace('_', ' ');
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
