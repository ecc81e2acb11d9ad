package dev.switchboard.request;

import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.request.EarlierRequest.Kind;
import dev.switchboard.system.Times;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which earlier request of its sender a request may belong to. A closed request stays closed: what goes on with it is a
 * request of its own, whose conversation begins with the earlier one.
 */
@Component
public class EarlierRequests {

    private final EarlierRequestRows rows;
    private final Requests requests;
    private final Messages messages;
    private final Events events;

    EarlierRequests(EarlierRequestRows rows, Requests requests, Messages messages, Events events) {
        this.rows = rows;
        this.requests = requests;
        this.messages = messages;
        this.events = events;
    }

    /** Notes it, in the transaction that opens the request. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void link(Request request, String earlierId, Kind kind) {
        rows.put(request.id(), earlierId, kind);
        events.append(
                Actor.SYSTEM,
                "request_linked",
                request.id(),
                request.clientId(),
                Map.of("earlier", earlierId, "kind", kind.text()));
    }

    public List<EarlierRequest> of(String requestId) {
        return rows.of(requestId);
    }

    /** The words turned out to be about the earlier request. */
    @Transactional
    public void refersBack(String requestId, String earlierId) {
        rows.put(requestId, earlierId, Kind.REFERS_BACK);
        events.appendOnce(
                requestId,
                Actor.SYSTEM,
                "refers_back",
                requestId,
                requests.get(requestId).clientId(),
                Map.of("earlier", earlierId));
    }

    /** Why a person must look first; empty where nothing says so. No words of the client: forms render it. */
    public String triageNote(String requestId) {
        var why = rows.of(requestId).stream()
                .filter(earlier -> earlier.kind().needsAPerson())
                .collect(Collectors.groupingBy(
                        EarlierRequest::kind,
                        TreeMap::new,
                        Collectors.mapping(EarlierRequest::earlierId, Collectors.joining(" or "))));
        return why.entrySet().stream()
                .map(entry -> sentence(entry.getKey()).formatted(entry.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String sentence(Kind kind) {
        return switch (kind) {
            case REFERS_BACK ->
                "These words seem to be about %s, which is closed: say below whether they go on with it.";
            case CHOICE -> "The client was asked whether this is about %s, and did not say.";
            case WITHDRAWAL -> "The client seems to want %s no longer; its issue is open and was left as it is.";
            case PREVIOUS, CONTINUES -> "";
        };
    }

    /** The closed request that a person may say this one goes on with, as that person reads it; empty: there is none. */
    public String candidate(String requestId) {
        return closed(requestId)
                .map(earlier -> "%s · %s · closed on %s"
                        .formatted(
                                earlier.id(),
                                earlier.title(),
                                Times.text(earlier.closedAt()).substring(0, 10)))
                .orElse("");
    }

    /** A person said so: from now on this conversation begins with the earlier one's. */
    @Transactional
    public void goesOn(String requestId, String user) {
        closed(requestId).ifPresent(earlier -> {
            rows.put(requestId, earlier.id(), Kind.CONTINUES);
            var actor = Actor.staff(user);
            events.appendOnce(
                    requestId,
                    actor,
                    "request_reopened",
                    earlier.id(),
                    earlier.clientId(),
                    Map.of("continuedAs", requestId));
            events.appendOnce(
                    requestId,
                    actor,
                    "request_continues",
                    requestId,
                    requests.get(requestId).clientId(),
                    Map.of("earlier", earlier.id()));
        });
    }

    /** A person said that the words belong to the earlier request and ask for nothing: they are kept there. */
    @Transactional
    public void append(String requestId, String user) {
        closed(requestId).ifPresent(earlier -> messages.inbound(requestId).forEach(message -> {
            messages.tie(message.id(), earlier.id());
            events.append(
                    Actor.staff(user),
                    "message_appended",
                    earlier.id(),
                    earlier.clientId(),
                    Map.of("message", message.id(), "from", requestId));
        }));
    }

    private Optional<Request> closed(String requestId) {
        return rows.of(requestId).stream()
                .map(earlier -> requests.get(earlier.earlierId()))
                .filter(Request::closed)
                .findFirst();
    }
}
