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
 * @param dueAt by when the client should have had a first response; null until that is decided
 * @param respondedAt when words of a person first left for the client, or null
 * @param escalatedAt when the leads were called in because the deadline had passed, or null
 * @param mergedInto the request that goes on with this one's texts; null for one that was not merged
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
        Instant closedAt,
        Instant respondedAt,
        Instant escalatedAt,
        String mergedInto) {

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

    /** Whether the client waits for a first response longer than promised. */
    public boolean overdue(Instant now) {
        return !closed() && respondedAt == null && dueAt != null && dueAt.isBefore(now);
    }

    /** Whether its tasks are the leads' too: once called in they stay until the client has had a response. */
    boolean escalated() {
        return respondedAt == null && escalatedAt != null;
    }
}
