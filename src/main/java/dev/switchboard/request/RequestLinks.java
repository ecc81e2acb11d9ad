package dev.switchboard.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.request.RequestLinkRows.LinkRow;
import dev.switchboard.system.Names;
import dev.switchboard.system.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests that have to do with each other. A link has no direction and moves nothing; each side shows the other. */
@Component
class RequestLinks {

    private final RequestLinkRows rows;
    private final Requests requests;
    private final Events events;
    private final Clock clock;

    RequestLinks(RequestLinkRows rows, Requests requests, Events events, Clock clock) {
        this.rows = rows;
        this.requests = requests;
        this.events = events;
        this.clock = clock;
    }

    enum Kind {
        RELATED,
        DUPLICATE;

        @JsonValue
        public String text() {
            return Names.of(this);
        }

        @JsonCreator
        public static Kind of(String text) {
            return Names.read(Kind.class, text);
        }
    }

    /** The other request as one side shows it. */
    record Link(String id, String title, Status status, Kind kind, String createdBy, Instant at) {}

    List<Link> of(String id) {
        return rows.of(id);
    }

    /** Linking again changes the kind, or nothing. */
    @Transactional
    public Link add(String id, String to, Kind kind, String user) {
        var pair = pair(id, to);
        var before = rows.find(pair.a(), pair.b());
        if (before == null) {
            rows.insert(new LinkRow(pair.a(), pair.b(), kind, user, clock.instant()));
        } else if (before.kind() != kind) {
            rows.setKind(pair.a(), pair.b(), kind);
        }
        if (before == null || before.kind() != kind) {
            record("request_linked", id, to, kind, user);
        }
        return of(id).stream().filter(link -> link.id().equals(to)).findFirst().orElseThrow();
    }

    /** @throws Problem 404 when there is no such link */
    @Transactional
    public void remove(String id, String to, String user) {
        var pair = pair(id, to);
        var before = rows.find(pair.a(), pair.b());
        if (before == null) {
            throw Problem.notFound(id + " has no link to " + to + ".");
        }
        rows.delete(pair.a(), pair.b());
        record("request_unlinked", id, to, before.kind(), user);
    }

    private record Pair(String a, String b) {}

    private Pair pair(String id, String to) {
        var one = requests.get(id);
        var other = requests.get(to);
        if (one.id().equals(other.id())) {
            throw Problem.badRequest(id + " cannot be linked to itself.");
        }
        return one.number() < other.number() ? new Pair(id, to) : new Pair(to, id);
    }

    private void record(String type, String id, String to, Kind kind, String user) {
        for (var side : List.of(List.of(id, to), List.of(to, id))) {
            events.append(
                    Actor.staff(user),
                    type,
                    side.get(0),
                    requests.get(side.get(0)).clientId(),
                    Map.of("to", side.get(1), "kind", kind.text()));
        }
    }
}
