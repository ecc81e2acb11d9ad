package dev.switchboard.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.system.Hashes;
import dev.switchboard.system.Json;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Reads the whole log and recomputes every hash; needs nothing but the rows themselves. */
@Component
public class ChainVerifier {

    private static final String FIRST = "0".repeat(64);
    private static final int BATCH = 1_000;

    private final EventRows rows;

    ChainVerifier(EventRows rows) {
        this.rows = rows;
    }

    /**
     * @param events how many were read
     * @param head hash of the last event, when the chain is whole
     * @param erased how many have no details any more, each named by an event that reports an erasure
     * @param firstBroken sequence number of the first event that is missing or not what it was, otherwise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Verdict(boolean valid, long events, String head, Long erased, Long firstBroken) {}

    public Verdict verify() {
        // In this order: an event and the head are written together, so the log is never longer than a head read later
        var written = rows.lastSeq();
        var head = rows.head();
        long last = 0;
        long count = 0;
        var previous = FIRST;
        Long firstBroken = null;
        var erased = new TreeSet<Long>();
        // From the very first number on: a forged event may lie before 1. What is appended meanwhile lies behind the
        // head
        for (var batch = rows.inOrder(Long.MIN_VALUE, head.seq(), BATCH);
                !batch.isEmpty();
                batch = rows.inOrder(last, head.seq(), BATCH)) {
            for (var event : batch) {
                if (firstBroken == null && !follows(event, last + 1, previous)) {
                    firstBroken = Math.min(event.seq(), last + 1);
                }
                if (event.erased()) {
                    erased.add(event.seq());
                }
                last = event.seq();
                previous = event.hash();
                count++;
            }
        }
        if (firstBroken == null) {
            firstBroken = brokenEnd(written, head, last, previous);
        }
        long erasedCount = erased.size();
        removeReported(erased);
        if (!erased.isEmpty() && (firstBroken == null || erased.first() < firstBroken)) {
            firstBroken = erased.first();
        }
        return firstBroken == null
                ? new Verdict(true, count, previous, erasedCount, null)
                : new Verdict(false, count, null, null, firstBroken);
    }

    /**
     * Details that were changed must not pass for erased ones: a report of an erasure, itself unchanged and written
     * later, has to name them. It may lie behind the head, if it was written while the log was read.
     */
    private void removeReported(TreeSet<Long> erased) {
        if (erased.isEmpty()) {
            return;
        }
        for (var report : rows.ofType(Events.CLIENT_ERASED)) {
            if (intact(report) && report.hash().equals(report.expectedHash())) {
                var covered = Json.read(report.details(), JsonNode.class)
                        .path(Events.COVERED)
                        .asText();
                SeqRanges.parse(covered).removeFrom(erased, report.seq());
            }
        }
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
                && (event.erased() || intact(event))
                && event.hash().equals(event.expectedHash());
    }

    private static boolean intact(EventRow event) {
        return event.detailsHash().equals(Hashes.sha256(event.details()));
    }
}
