package dev.switchboard.request;

import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.crm.Sender;
import dev.switchboard.system.Page;
import dev.switchboard.system.Problem;
import dev.switchboard.system.Sequences;
import dev.switchboard.system.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The requests. Every change leaves an event that says who made it. */
@Component
public class Requests {

    private static final int LONGEST_TITLE = 80;

    /** A text of staff begins the conversation of a request that its receiver opens so soon after it. */
    private static final Duration ANSWERED_WITHIN = Duration.ofDays(7);

    private final RequestRows rows;
    private final Sequences sequences;
    private final Events events;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Requests(RequestRows rows, Sequences sequences, Events events, ApplicationEventPublisher publisher, Clock clock) {
        this.rows = rows;
        this.sequences = sequences;
        this.events = events;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Opens a request from a sender's words, in the transaction that ties the message to it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Request open(Sender sender, String words, Actor actor) {
        var number = sequences.next("request");
        var request = new Request(
                "R-" + number,
                number,
                sender.clientId(),
                sender.channel(),
                sender.address(),
                title(words),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Status.NEW,
                null,
                null,
                null,
                clock.instant(),
                null,
                null,
                null,
                null);
        rows.insert(request);
        events.append(actor, "request_opened", request.id(), sender.clientId(), Map.of("address", sender.address()));
        for (var message : rows.unanswered(
                sender.channel(), sender.address(), clock.instant().minus(ANSWERED_WITHIN))) {
            rows.join(message, request.id());
            append(Actor.SYSTEM, "message_joined", request.id(), Map.of("message", message));
        }
        return request;
    }

    /** @throws Problem 404 */
    public Request get(String id) {
        return find(id).orElseThrow(() -> Problem.notFound("There is no request " + id + "."));
    }

    public Optional<Request> find(String id) {
        return Optional.ofNullable(rows.find(id));
    }

    /** Every request of this address that is not closed, oldest first. */
    public List<Request> open(String channel, String address) {
        return rows.open(channel, address);
    }

    /** The request of this address that was closed last, if that was after {@code since}. */
    public Optional<Request> lastClosed(String channel, String address, Instant since) {
        return Optional.ofNullable(rows.lastClosed(channel, address, since));
    }

    Page<Request> page(RequestFilter filter, Integer limit, String cursor) {
        var size = Page.limit(limit);
        var found = rows.page(filter, Page.cursor(cursor, Long.MAX_VALUE), size + 1);
        return Page.of(found, size, request -> request, Request::number);
    }

    /** The client's closed requests other than this one, the last closed first. */
    public List<Request> closed(String clientId, String except, int limit) {
        return clientId == null ? List.of() : rows.closed(clientId, except, limit);
    }

    public List<Request> openBugs(String clientId, String except, int limit) {
        return clientId == null ? List.of() : rows.openBugs(clientId, except, limit);
    }

    /**
     * What the classifiers said; details carry each label with its confidence.
     *
     * @param round the step's key, the same on a retry
     */
    @Transactional
    public void classify(
            String id,
            String round,
            RequestType type,
            Urgency urgency,
            String sentiment,
            String language,
            double confidence,
            Actor model,
            Map<String, ?> details) {
        rows.classify(id, type, urgency, sentiment, language, confidence);
        events.appendOnce(round, model, "request_classified", id, get(id).clientId(), details);
    }

    /**
     * A language model was asked and gave nothing that can be used.
     *
     * @param round the step's key, the same on a retry
     * @param reason in words; no secret, none of a client's words
     * @param standIn who does it instead
     */
    @Transactional
    public void recordUnavailable(String id, String round, String purpose, String reason, String standIn) {
        events.appendOnce(
                round + "/" + purpose,
                Actor.SYSTEM,
                "ai_unavailable",
                id,
                get(id).clientId(),
                Map.of("purpose", purpose, "reason", reason, "instead", standIn));
    }

    /** What the routing table said. */
    @Transactional
    public void route(String id, String round, String handling, Instant dueAt, Map<String, ?> details) {
        rows.route(id, handling, dueAt, "human".equals(handling) ? Status.TRIAGE : Status.IN_PROGRESS);
        events.appendOnce(round, Actor.SYSTEM, "handling_decided", id, get(id).clientId(), details);
    }

    @Transactional
    public void setStatus(String id, Status status) {
        rows.setStatus(id, status);
    }

    /** Words of a person have left for the client; only the first ones count. */
    @Transactional
    public void responded(String id) {
        rows.responded(id, clock.instant());
    }

    /** The response deadline has passed without a response, and the leads are called in; recorded once. */
    @Transactional
    public void recordOverdue(String id) {
        var request = get(id);
        rows.escalated(id, clock.instant());
        events.appendOnce(
                id,
                Actor.SYSTEM,
                "response_overdue",
                id,
                request.clientId(),
                request.dueAt() == null ? Map.of() : Map.of("dueAt", Times.text(request.dueAt())));
    }

    /** Whether the client waits for a first response longer than promised. */
    public boolean overdue(Request request) {
        return request.overdue(clock.instant());
    }

    /**
     * The client was asked in vain.
     *
     * @param round the step's key, the same on a retry
     * @param missing names of what was asked for
     * @param reached false when the client has opted out of texts
     */
    @Transactional
    public void stopWaiting(String id, String round, String missing, int nudges, boolean reached) {
        rows.setStatus(id, Status.IN_PROGRESS);
        events.appendOnce(
                round,
                Actor.SYSTEM,
                reached ? "client_did_not_answer" : "client_could_not_be_asked",
                id,
                get(id).clientId(),
                Map.of("missing", missing, "nudges", nudges));
    }

    /** Closing twice is closing once. */
    @Transactional
    public void close(String id) {
        if (rows.close(id, clock.instant()) == 1) {
            append(Actor.SYSTEM, "request_closed", id, Map.of());
            publisher.publishEvent(new WorkEnded(id));
        }
    }

    /** Closes a request whose texts another one goes on with. */
    @Transactional
    public void merge(String id, String into, String user) {
        if (rows.merge(id, into, clock.instant()) == 1) {
            append(Actor.staff(user), "request_merged", id, Map.of("into", into));
            append(Actor.staff(user), "request_merged", into, Map.of("from", id));
            append(Actor.SYSTEM, "request_closed", id, Map.of("mergedInto", into));
        }
    }

    @Transactional
    public void overrideType(String id, RequestType type, String user) {
        var before = get(id).type();
        rows.overrideType(id, type, user);
        if (type != before) {
            append(
                    Actor.staff(user),
                    "type_overridden",
                    id,
                    Map.of("from", before == null ? "" : before.text(), "to", type.text()));
            publisher.publishEvent(new WorkEnded(id));
        }
    }

    /** @param dueAt the deadline that goes with the new urgency, or null to leave it */
    @Transactional
    public void overrideUrgency(String id, Urgency urgency, Instant dueAt, String user) {
        var before = get(id).urgency();
        rows.overrideUrgency(id, urgency, user);
        if (dueAt != null) {
            rows.setDueAt(id, dueAt);
        }
        if (urgency != before) {
            append(
                    Actor.staff(user),
                    "urgency_overridden",
                    id,
                    Map.of("from", before == null ? "" : before.text(), "to", urgency.text()));
        }
    }

    /** @param assignee null for nobody; who has it already is no change */
    @Transactional
    public void assign(String id, String assignee, String user) {
        if (Objects.equals(assignee, get(id).assignee())) {
            return;
        }
        rows.setAssignee(id, assignee);
        append(
                Actor.staff(user),
                assignee == null ? "request_unassigned" : "request_assigned",
                id,
                assignee == null ? Map.of() : Map.of("assignee", assignee));
    }

    @Transactional
    public void tieToClient(String id, String clientId, String user) {
        if (clientId.equals(get(id).clientId())) {
            return;
        }
        rows.setClient(id, clientId);
        events.append(Actor.staff(user), "request_tied_to_client", id, clientId, Map.of());
    }

    private void append(Actor actor, String type, String id, Map<String, ?> details) {
        events.append(actor, type, id, get(id).clientId(), details);
    }

    private static String title(String words) {
        var line = words.strip().lines().findFirst().orElse("").strip();
        if (line.isEmpty()) {
            return "Picture without words";
        }
        if (line.codePointCount(0, line.length()) <= LONGEST_TITLE) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE - 1)).strip() + "…";
    }
}
