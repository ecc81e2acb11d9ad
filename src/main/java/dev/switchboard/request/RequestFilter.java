package dev.switchboard.request;

/** What to show of the requests; a null field filters nothing, {@code q} searches the words of the conversation. */
record RequestFilter(Status status, RequestType type, Urgency urgency, String client, String assignee, String q) {}
