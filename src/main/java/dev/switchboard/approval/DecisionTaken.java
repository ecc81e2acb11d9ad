package dev.switchboard.approval;

/** A person completed a task of a request, or sent own words; published in the transaction that records it. */
public record DecisionTaken(String requestId) {}
