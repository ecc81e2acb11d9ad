package dev.switchboard.request;

import dev.switchboard.approval.DecisionTaken;
import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who writes on a request by hand. A member of staff starts by saying so ({@code POST /api/requests/{id}/writing}, which
 * the dashboard does with the first key) or by sending own words; it ends when they say so, when a task of the request is
 * completed, or when its type is changed: those are the ways to ask for another draft. Until then no model drafts: a step
 * that would is left to the person, and an answer that is already on its way is thrown away. Claiming a task is no
 * writing, for most tasks are claimed to read a draft.
 */
@Component
public class Writers {

    private final WriterRows rows;
    private final Requests requests;
    private final Events events;
    private final Clock clock;

    Writers(WriterRows rows, Requests requests, Events events, Clock clock) {
        this.rows = rows;
        this.requests = requests;
        this.events = events;
        this.clock = clock;
    }

    /** Who writes now. */
    public Optional<String> of(String requestId) {
        return Optional.ofNullable(rows.find(requestId));
    }

    @Transactional
    public void begin(String requestId, String user) {
        var request = requests.get(requestId);
        if (!user.equals(rows.find(requestId))) {
            rows.put(requestId, user, clock.instant());
            events.append(Actor.staff(user), "writing_began", requestId, request.clientId(), Map.of());
        }
    }

    @Transactional
    public void end(String requestId) {
        rows.delete(requestId);
    }

    @EventListener
    void end(DecisionTaken decision) {
        rows.delete(decision.requestId());
    }
}
