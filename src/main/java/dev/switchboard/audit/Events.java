package dev.switchboard.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.system.Hashes;
import dev.switchboard.system.Json;
import dev.switchboard.system.Times;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
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
    /** The event that says which details were taken away; {@link ChainVerifier} believes no other reason. */
    static final String CLIENT_ERASED = "client_erased";

    static final String COVERED = "events";
    private static final String SALT = "salt";
    private static final int SALT_BYTES = 16;

    private final EventRows rows;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

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

    /**
     * Takes the details of events away, in the caller's transaction, and says so in the log; their hashes stay.
     *
     * @param seqs which events; none of those that report an erasure
     * @param details of the report; nothing personal, it is never taken away
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void eraseDetails(Actor actor, String clientId, Collection<Long> seqs, Map<String, ?> details) {
        var covered = SeqRanges.of(seqs);
        var all = new HashMap<String, Object>(details);
        all.put(COVERED, covered.toString());
        insert(actor, CLIENT_ERASED, null, clientId, all, null);
        covered.ranges().forEach(range -> rows.eraseDetails(range.first(), range.last()));
    }

    /** One event for people to read, without the fields that only the chain needs. */
    public record Entry(String at, Actor actor, String type, JsonNode details) {}

    /** Everything that happened to a request, oldest first. */
    public List<Entry> ofRequest(String requestId) {
        return rows.ofRequest(requestId).stream()
                .map(row -> new Entry(row.at(), row.actor(), row.type(), readable(row.details())))
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

    /** The newest event of some types that concerns a client. */
    public record Latest(String clientId, long seq) {}

    /** The clients of whom something of these types happened after an event, in the order in which it did. */
    public List<Latest> latestByClient(Collection<String> types, long after) {
        return rows.latestByClient(types, after);
    }

    /** The client's requests of which something of these types happened after an event. */
    public List<String> requestsWith(String clientId, Collection<String> types, long after) {
        return rows.requestsWith(clientId, types, after);
    }

    private static JsonNode readable(String details) {
        return Json.read(details, ObjectNode.class).without(SALT);
    }

    private void insert(
            Actor actor, String type, String requestId, String clientId, Map<String, ?> details, String onceKey) {
        var seq = rows.lockHeadAndAdvance();
        var prevHash = rows.headHash();
        var at = Times.text(clock.instant());
        var detailsJson = Json.canonical(salted(details));
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

    /** Once details are erased their hash must not give them away: a number could be guessed, sixteen bytes cannot. */
    private Map<String, Object> salted(Map<String, ?> details) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var salted = new HashMap<String, Object>(details);
        salted.put(SALT, HexFormat.of().formatHex(salt));
        return salted;
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
