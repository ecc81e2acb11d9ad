package dev.switchboard.dossier;

import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.crm.Clients;
import dev.switchboard.document.Documents;
import dev.switchboard.dossier.ErasureRows.ErasureRow;
import dev.switchboard.dossier.Strike.StillSending;
import dev.switchboard.process.CaseErasure;
import dev.switchboard.system.Json;
import dev.switchboard.system.Problem;
import dev.switchboard.system.Residue;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases a client, and goes on with it after whatever came between: each pass can be repeated and takes what it finds.
 * A last pass comes when no step that was under way can still write. See docs/decisions/0007-erasure.md.
 */
@Component
class ClientErasure {

    private static final Logger LOG = LoggerFactory.getLogger(ClientErasure.class);
    private static final Duration CALLER_TAKES = Duration.ofSeconds(10);

    /** Longer than the engine holds a job's lock, and than a model or a carrier is waited for. */
    private static final Duration NOTHING_IS_UNDER_WAY_AFTER = Duration.ofMinutes(10);

    private final ErasureRows rows;
    private final Strike strike;
    private final Clients clients;
    private final CaseErasure engine;
    private final Documents documents;
    private final Residue residue;
    private final Events events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ClientErasure(
            ErasureRows rows,
            Strike strike,
            Clients clients,
            CaseErasure engine,
            Documents documents,
            Residue residue,
            Events events,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.strike = strike;
        this.clients = clients;
        this.engine = engine;
        this.documents = documents;
        this.residue = residue;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Erases now, as far as it can be done now. Asked again for an erased client, it looks once more and says the same.
     *
     * @throws Problem 404 when there is no such client, 409 while a text is being handed to the carrier
     */
    Receipt erase(String clientId, String user) {
        transaction.executeWithoutResult(tx -> begin(clientId, user));
        try {
            pass(clientId);
        } catch (StillSending e) {
            LOG.info("The erasure of {} waits for a text that is being sent", clientId);
        } catch (RuntimeException e) {
            LOG.warn("The erasure of {} has begun, could not be finished and goes on by itself", clientId, e);
        }
        return receipt(rows.find(clientId));
    }

    private void begin(String clientId, String user) {
        if (rows.find(clientId) != null) {
            return;
        }
        clients.get(clientId);
        rows.insert(clientId, user, clock.instant());
        try {
            strike.requireNothingIsSending(strike.scope(rows.find(clientId)).parameters(clock.instant()));
        } catch (StillSending e) {
            throw Problem.conflict("A text to " + clientId + " is being handed to the carrier right now. Nothing was"
                    + " erased yet: try again in a minute.");
        }
        events.append(Actor.staff(user), "client_erasing", null, clientId, Map.of());
    }

    /** Work ends first, so that nothing is written anew; bytes go before the rows that lead to them, and again after. */
    private void pass(String clientId) {
        takeAway(clientId);
        strike.carryOut(clientId);
        takeAway(clientId);
        residue.clear();
        transaction.executeWithoutResult(tx -> rows.finished(clientId, clock.instant()));
    }

    private void takeAway(String clientId) {
        var erasure = rows.find(clientId);
        var scope = strike.scope(erasure);
        var businessKeys = new ArrayList<>(scope.requests());
        businessKeys.add(clientId);
        engine.erase(businessKeys);
        scope.documents().forEach(documents::eraseBytes);
        Json.readList(erasure.documents(), String.class).forEach(documents::eraseBytes);
    }

    @Scheduled(fixedDelay = 15_000)
    void sweep() {
        var now = clock.instant();
        for (var erasure : rows.due(now.minus(CALLER_TAKES), now.minus(NOTHING_IS_UNDER_WAY_AFTER))) {
            try {
                pass(erasure.clientId());
                if (erasure.finishedAt() != null) {
                    transaction.executeWithoutResult(tx -> rows.settled(erasure.clientId(), clock.instant()));
                }
            } catch (RuntimeException e) {
                LOG.warn("The erasure of {} could not be finished and goes on by itself", erasure.clientId(), e);
            }
        }
    }

    private static Receipt receipt(ErasureRow row) {
        var kept = Json.read(row.receipt(), Receipt.class);
        return new Receipt(
                row.clientId(),
                row.finishedAt() == null ? "erasing" : "erased",
                row.askedBy(),
                row.askedAt(),
                row.finishedAt(),
                kept.counts() == null ? Map.of() : kept.counts(),
                kept.outside() == null ? List.of() : kept.outside());
    }
}
