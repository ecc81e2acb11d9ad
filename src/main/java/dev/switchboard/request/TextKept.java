package dev.switchboard.request;

/** A client's words are being written down; published in that transaction, for whoever acts once it is committed. */
public record TextKept() {}
