package dev.switchboard.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.switchboard.system.Hashes;
import org.springframework.stereotype.Component;

/** Reads the whole log and recomputes every hash; needs nothing but the rows themselves. */
@Component
class ChainVerifier {

    private static final String FIRST = "0".repeat(64);
    private static final int BATCH = 1_000;

    private final EventRows rows;

    ChainVerifier(EventRows rows) {
        this.rows = rows;
    }

    /**
     * @param events how many were read
     * @param head hash of the last event, when the chain is whole
     * @param firstBroken sequence number of the first event that is missing or not what it was, otherwise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Verdict(boolean valid, long events, String head, Long firstBroken) {}

    Verdict verify() {
        // In this order: an event and the head are written together, so the log is never longer than a head read later
        var written = rows.lastSeq();
        var head = rows.head();
        long last = 0;
        long count = 0;
        var previous = FIRST;
        Long firstBroken = null;
        // From the very first number on: a forged event may lie before 1. What is appended meanwhile lies behind the
        // head
        for (var batch = rows.inOrder(Long.MIN_VALUE, head.seq(), BATCH);
                !batch.isEmpty();
                batch = rows.inOrder(last, head.seq(), BATCH)) {
            for (var event : batch) {
                if (firstBroken == null && !follows(event, last + 1, previous)) {
                    firstBroken = Math.min(event.seq(), last + 1);
                }
                last = event.seq();
                previous = event.hash();
                count++;
            }
        }
        if (firstBroken == null) {
            firstBroken = brokenEnd(written, head, last, previous);
        }
        return firstBroken == null
                ? new Verdict(true, count, previous, null)
                : new Verdict(false, count, null, firstBroken);
    }

    private static Long brokenEnd(long written, EventRows.Head head, long last, String lastHash) {
        if (last < head.seq()) {
            return last + 1;
        }
        if (!lastHash.equals(head.hash())) {
            return last;
        }
        return written > head.seq() ? head.seq() + 1 : null;
    }

    private static boolean follows(EventRow event, long expectedSeq, String previous) {
        return event.seq() == expectedSeq
                && event.prevHash().equals(previous)
                && event.detailsHash().equals(Hashes.sha256(event.details()))
                && event.hash().equals(event.expectedHash());
    }
}
