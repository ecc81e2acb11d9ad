package dev.switchboard.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.system.Hashes;
import dev.switchboard.system.Json;
import dev.switchboard.system.Times;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The append-only event log. Each event's hash covers the one before it, so a changed, removed or inserted event breaks
 * the chain from there on; {@link ChainVerifier} finds the place.
 */
@Component
public class Events {

    private static final int ONE_LOOK = 500;

    private final EventRows rows;
    private final Clock clock;

    Events(EventRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Appends one event in the caller's transaction: what happened and the record of it are committed together.
     *
     * @param type a past-tense name such as {@code message_received}
     * @param requestId the request it belongs to, or null
     * @param clientId the client it belongs to, or null
     * @param details names and plain values; never a secret, never the words of a person (they lie in their own rows)
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Actor actor, String type, String requestId, String clientId, Map<String, ?> details) {
        insert(actor, type, requestId, clientId, details, null);
    }

    /** As {@link #append}, and nothing when an event with this key is there: for a step that a retry runs again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void appendOnce(
            String onceKey, Actor actor, String type, String requestId, String clientId, Map<String, ?> details) {
        var key = type + ":" + onceKey;
        if (!rows.recorded(key)) {
            insert(actor, type, requestId, clientId, details, key);
        }
    }

    /** One event for people to read, without the fields that only the chain needs. */
    public record Entry(String at, Actor actor, String type, JsonNode details) {}

    /** Everything that happened to a request, oldest first. */
    public List<Entry> ofRequest(String requestId) {
        return rows.ofRequest(requestId).stream()
                .map(row -> new Entry(row.at(), row.actor(), row.type(), Json.read(row.details(), JsonNode.class)))
                .toList();
    }

    /** One event's place and subject. */
    public record Notice(long seq, String type, String requestId, String clientId) {}

    /** The newest event's sequence number; 0 when there is none. */
    public long head() {
        return rows.lastSeq();
    }

    /** What was appended after an event, oldest first; not more than fits into one look. */
    public List<Notice> after(long seq) {
        return rows.inOrder(seq, Long.MAX_VALUE, ONE_LOOK).stream()
                .map(row -> new Notice(row.seq(), row.type(), row.requestId(), row.clientId()))
                .toList();
    }

    private void insert(
            Actor actor, String type, String requestId, String clientId, Map<String, ?> details, String onceKey) {
        var seq = rows.lockHeadAndAdvance();
        var prevHash = rows.headHash();
        var at = Times.text(clock.instant());
        var detailsJson = Json.canonical(details);
        var detailsHash = Hashes.sha256(detailsJson);
        var hash = hash(actor, at, clientId, detailsHash, prevHash, requestId, seq, type);
        rows.insert(new EventRow(
                seq,
                at,
                actor.kind(),
                actor.name(),
                type,
                requestId,
                clientId,
                detailsJson,
                detailsHash,
                prevHash,
                hash,
                onceKey));
        rows.setHeadHash(hash);
    }

    /** The contract's formula: anyone can recompute it from {@code /api/events}. */
    static String hash(
            Actor actor,
            String at,
            String clientId,
            String detailsHash,
            String prevHash,
            String requestId,
            long seq,
            String type) {
        var fields = new TreeMap<String, Object>();
        fields.put("actor", Map.of("kind", actor.kind(), "name", actor.name()));
        fields.put("at", at);
        fields.put("clientId", clientId);
        fields.put("detailsHash", detailsHash);
        fields.put("prevHash", prevHash);
        fields.put("requestId", requestId);
        fields.put("seq", seq);
        fields.put("type", type);
        return Hashes.sha256(Json.canonical(fields));
    }
}
