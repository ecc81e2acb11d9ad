package dev.switchboard.live;

/**
 * Something that an open page may show changed. It carries names only: what changed is read from the API, with rights.
 *
 * @param kind the event's type, or {@code task}
 * @param request the request's id, or null
 * @param client the client's id, or null
 */
record Change(String kind, String request, String client) {}
