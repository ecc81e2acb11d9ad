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
        // Read first: events appended meanwhile lie behind it, and a log cut off at its end ends before it
        var head = rows.head();
        long last = 0;
        long count = 0;
        var previous = FIRST;
        Long firstBroken = null;
        for (var batch = rows.inOrder(0, BATCH);
                !batch.isEmpty() && last < head.seq();
                batch = rows.inOrder(last, BATCH)) {
            for (var event : batch) {
                if (firstBroken == null && !follows(event, last + 1, previous)) {
                    firstBroken = Math.min(event.seq(), last + 1);
                }
                last = event.seq();
                previous = event.hash();
                count++;
                if (last == head.seq() && firstBroken == null && !previous.equals(head.hash())) {
                    firstBroken = last;
                }
            }
        }
        if (firstBroken == null && last < head.seq()) {
            firstBroken = last + 1;
        }
        return firstBroken == null
                ? new Verdict(true, count, previous, null)
                : new Verdict(false, count, null, firstBroken);
    }

    private static boolean follows(EventRow event, long expectedSeq, String previous) {
        return event.seq() == expectedSeq
                && event.prevHash().equals(previous)
                && event.detailsHash().equals(Hashes.sha256(event.details()))
                && event.hash().equals(event.expectedHash());
    }
}
