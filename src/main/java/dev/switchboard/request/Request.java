package dev.switchboard.request;

import java.time.Instant;

/**
 * A client's request.
 *
 * @param id such as {@code R-1042}; the business key of its processes
 * @param clientId null while the sender is unknown
 * @param address where it came from and where answers go; an SMS address is a number in E.164
 * @param typeSetBy the staff user who overrode the classifier, or null
 * @param confidence of the type, 0 to 1
 */
public record Request(
        String id,
        long number,
        String clientId,
        String channel,
        String address,
        String title,
        RequestType type,
        Urgency urgency,
        String sentiment,
        String language,
        Double confidence,
        String typeSetBy,
        String urgencySetBy,
        Status status,
        String handling,
        Instant dueAt,
        String assignee,
        Instant openedAt,
        Instant closedAt) {

    public boolean closed() {
        return status == Status.CLOSED;
    }

    /** Whether a text of its client joins it; while the issue is open a text is a new request. */
    public boolean listens() {
        return !closed() && status != Status.WAITING_FOR_DELIVERY;
    }

    public boolean waitsForClient() {
        return status == Status.WAITING_FOR_CLIENT;
    }
}
