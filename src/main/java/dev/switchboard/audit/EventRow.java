package dev.switchboard.audit;

/** One row of the event log; {@code details} is canonical JSON. */
record EventRow(
        long seq,
        String at,
        String actorKind,
        String actorName,
        String type,
        String requestId,
        String clientId,
        String details,
        String detailsHash,
        String prevHash,
        String hash,
        String onceKey) {

    /** What stands in place of details that were erased; the hash of what was there stays. */
    static final String ERASED = "{\"erased\":true}";

    boolean erased() {
        return ERASED.equals(details);
    }

    Actor actor() {
        return new Actor(actorKind, actorName);
    }

    /** The hash its fields should have. */
    String expectedHash() {
        return Events.hash(actor(), at, clientId, detailsHash, prevHash, requestId, seq, type);
    }
}
