package dev.switchboard.dossier;

import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.crm.Consent;
import dev.switchboard.crm.OptOuts;
import dev.switchboard.dossier.ErasureRows.ErasureRow;
import dev.switchboard.system.Json;
import dev.switchboard.system.Times;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The part of an erasure that lies in our own database: one transaction, all of it or nothing. */
@Component
class Strike {

    /** The carrier answers within 15 s or is given up; what is {@code sending} for longer was left by a crash. */
    static final Duration SENDING_TAKES = Duration.ofMinutes(1);

    private static final String ERASABLE_EVENTS = """
            select seq from event
            where (client_id = :client or request_id in (:requests) or seq in (:events))
              and details <> '{"erased":true}'
              and type not in ('client_exported', 'evidence_exported', 'client_erasing', 'client_erased')
            """;

    private final ErasureRows erasures;
    private final Scopes scopes;
    private final Outsides outsides;
    private final OptOuts optOuts;
    private final Events events;
    private final NamedParameterJdbcTemplate database;
    private final Clock clock;

    Strike(
            ErasureRows erasures,
            Scopes scopes,
            Outsides outsides,
            OptOuts optOuts,
            Events events,
            NamedParameterJdbcTemplate database,
            Clock clock) {
        this.erasures = erasures;
        this.scopes = scopes;
        this.outsides = outsides;
        this.optOuts = optOuts;
        this.events = events;
        this.database = database;
        this.clock = clock;
    }

    /** A text is at the carrier: its record would bring the number back. */
    static final class StillSending extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** What of a client is found now, whether or not an earlier pass found some already. */
    Scope scope(ErasureRow erasure) {
        return scopes.ofClient(erasure.clientId(), Json.readList(erasure.requests(), String.class));
    }

    /** @throws StillSending when a text to the client is with the carrier at this moment */
    void requireNothingIsSending(Map<String, ?> scope) {
        var since = Times.text(clock.instant().minus(SENDING_TAKES));
        var parameters = new LinkedHashMap<String, Object>(scope);
        parameters.put("since", since);
        if (count(
                        "message where status = 'sending' and sending_since > :since and (" + Holdings.OF_MESSAGES
                                + ")",
                        parameters)
                > 0) {
            throw new StillSending();
        }
    }

    /**
     * Everything that is found goes; the log says what, and only then lets go of its details. A further pass takes what
     * a step that was under way wrote after the first.
     */
    @Transactional
    public void carryOut(String clientId) {
        var erasure = erasures.find(clientId);
        var scope = scope(erasure);
        var parameters = scope.parameters(clock.instant());
        requireNothingIsSending(parameters);
        var receipt = receipt(erasure, scope, parameters);
        var seqs = database.queryForList(ERASABLE_EVENTS, parameters, Long.class);
        if (!seqs.isEmpty()) {
            events.eraseDetails(Actor.staff(erasure.askedBy()), clientId, seqs, report(scope, receipt));
        }
        keepOptOuts(parameters);
        for (var holding : Holdings.ALL) {
            if (holding.erase() != null) {
                database.update(holding.erase(), parameters);
            }
        }
        erasures.struck(
                clientId,
                Json.write(scope.requests()),
                Json.write(union(Json.readList(erasure.documents(), String.class), scope.documents())),
                Json.write(receipt));
    }

    private Receipt receipt(ErasureRow erasure, Scope scope, Map<String, ?> parameters) {
        var before = Json.read(erasure.receipt(), Receipt.class);
        if (before.id() != null) {
            return before;
        }
        var counts = new LinkedHashMap<String, Long>();
        counts.put("requests", (long) scope.requests().size());
        counts.put("messages", count("message where " + Holdings.OF_MESSAGES, parameters));
        counts.put("documents", (long) scope.documents().size());
        counts.put("modelCalls", count("model_call where request_id in (:requests)", parameters));
        counts.put("numbers", (long) scope.numbers().size());
        return new Receipt(
                erasure.clientId(),
                "erasing",
                erasure.askedBy(),
                erasure.askedAt(),
                null,
                counts,
                outsides.of(parameters));
    }

    /** Nothing in it is personal: it stays for ever. */
    private static Map<String, Object> report(Scope scope, Receipt receipt) {
        return Map.of("requests", scope.requests(), "counts", receipt.counts(), "outside", receipt.outside());
    }

    private void keepOptOuts(Map<String, ?> parameters) {
        database.query("select channel, address, consent from address where address in (:numbers)", parameters, row -> {
            optOuts.keep(row.getString("channel"), row.getString("address"), Consent.of(row.getString("consent")));
        });
    }

    private long count(String what, Map<String, ?> parameters) {
        return database.queryForObject("select count(*) from " + what, parameters, Long.class);
    }

    private static List<String> union(List<String> one, List<String> other) {
        var all = new LinkedHashSet<>(one);
        all.addAll(other);
        return new ArrayList<>(all);
    }
}
