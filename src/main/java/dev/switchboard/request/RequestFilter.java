package dev.switchboard.request;

import dev.switchboard.system.Search;

/** What to show of the requests; a null field filters nothing, {@code q} searches the words of the conversation. */
record RequestFilter(Status status, RequestType type, Urgency urgency, String client, String assignee, String q) {

    RequestFilter {
        client = Search.blankToNull(client);
        assignee = Search.blankToNull(assignee);
        q = Search.blankToNull(q);
    }

    String pattern() {
        return Search.pattern(q);
    }
}
