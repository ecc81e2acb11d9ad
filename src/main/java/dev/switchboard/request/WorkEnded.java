package dev.switchboard.request;

/**
 * What was under way for a request is over: it was closed, or it became one of another type. Published in the
 * transaction that records it.
 */
public record WorkEnded(String requestId) {}
