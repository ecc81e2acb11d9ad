package dev.switchboard.request;

/** What to show of the requests; a null field filters nothing, {@code q} searches the words of the conversation. */
record RequestFilter(Status status, RequestType type, Urgency urgency, String client, String assignee, String q) {

    RequestFilter {
        q = q == null || q.isBlank() ? null : q.strip();
    }

    /** {@code q} as a pattern in which its own per cent signs and underscores stand for themselves. */
    String pattern() {
        return "%" + q.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
