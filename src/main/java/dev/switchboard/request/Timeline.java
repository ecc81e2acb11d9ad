package dev.switchboard.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.process.Workflow;
import dev.switchboard.process.Workflow.Activity;
import dev.switchboard.system.Times;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
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
    private final Workflow workflow;

    Timeline(Events events, Workflow workflow) {
        this.events = events;
        this.workflow = workflow;
    }

    /** @param source {@code crm} for our event log, {@code engine} for the process's history */
    record Entry(String at, Actor actor, String source, String type, String text, JsonNode details) {}

    List<Entry> of(String requestId) {
        var crm = events.ofRequest(requestId).stream()
                .map(event -> new Entry(
                        event.at(), event.actor(), "crm", event.type(), words(event.type()), event.details()));
        var engine = workflow.activities(requestId).stream()
                .filter(activity -> STEPS.contains(activity.type()))
                .map(Timeline::entry);
        return Stream.concat(crm, engine)
                .sorted(Comparator.comparing(Entry::at))
                .toList();
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
