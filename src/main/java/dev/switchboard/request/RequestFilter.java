package dev.switchboard.request;

import dev.switchboard.system.Names;
import dev.switchboard.system.Search;

/**
 * What to show of the requests; a null field filters nothing, {@code q} searches the words of the conversation.
 *
 * @param open only what is not closed
 */
record RequestFilter(
        Status status, boolean open, RequestType type, Urgency urgency, String client, String assignee, String q) {

    private static final String OPEN = "open";

    RequestFilter {
        client = Search.blankToNull(client);
        assignee = Search.blankToNull(assignee);
        q = Search.blankToNull(q);
    }

    /** @param status one of {@link Status}, or {@code open} for every one but closed */
    static RequestFilter of(String status, String type, String urgency, String client, String assignee, String q) {
        var open = OPEN.equals(status);
        return new RequestFilter(
                open ? null : Names.readOrNull(Status.class, status),
                open,
                Names.readOrNull(RequestType.class, type),
                Names.readOrNull(Urgency.class, urgency),
                client,
                assignee,
                q);
    }

    String words() {
        return Search.words(q);
    }
}
