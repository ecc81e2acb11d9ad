package dev.switchboard.crm;

import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.crm.ClientRows.ClientRow;
import dev.switchboard.crm.SummaryRows.VersionRow;
import dev.switchboard.system.Hashes;
import dev.switchboard.system.Page;
import dev.switchboard.system.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What everyone who works for a client should know: what staff wrote, and below it a digest of closed steps that is
 * written by itself. Whoever edits a line of the digest makes all of it staff's own: it is never rewritten again, and
 * the next digest begins with the steps after that. Every change is kept with who made it.
 */
@Component
public class Summaries {

    /** Longer than this it is no summary. */
    public static final int LONGEST_DIGEST = 1_500;

    private static final int LONGEST_OWN = 4_000;
    private static final String BETWEEN = "\n\n";

    private final ClientRows clients;
    private final SummaryRows rows;
    private final Events events;
    private final Clock clock;

    Summaries(ClientRows clients, SummaryRows rows, Events events, Clock clock) {
        this.clients = clients;
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /** A summary as it read after a change. */
    public record Version(int n, String text, Actor author, Instant at) {}

    /**
     * Both parts as they are now.
     *
     * @param own what staff wrote
     * @param digest what was written by itself
     * @param changedBy null while there is no summary
     */
    public record Summary(String text, String own, String digest, Actor changedBy, Instant changedAt) {}

    /**
     * What a digest is written from.
     *
     * @param own what staff wrote; not to be repeated
     * @param text the digest so far
     * @param from only steps after this event belong in it
     * @param upto events up to this one are in it
     */
    public record Digest(String own, String text, long from, long upto) {}

    /** The text as staff wants it to read; must run in a transaction. Nothing happens where it reads so already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void edit(String clientId, String text, Actor actor) {
        var row = clients.find(clientId);
        if (text(row).equals(text)) {
            return;
        }
        var keepsDigest = !row.digest().isEmpty() && text.endsWith(row.digest());
        var own = keepsDigest
                ? text.substring(0, text.length() - row.digest().length()).stripTrailing()
                : text;
        if (own.length() > LONGEST_OWN) {
            throw Problem.badRequest("The summary has " + own.length() + " characters of staff's own; at most "
                    + "4,000 are kept: shorten it.");
        }
        if (keepsDigest) {
            rows.setOwn(clientId, own);
        } else {
            rows.takeOver(clientId, own);
        }
        record(clientId, actor, "staff");
    }

    /** What the digest is written from; empty parts for a client who is no longer there. */
    public Digest digest(String clientId) {
        var row = clients.find(clientId);
        return row == null
                ? new Digest("", "", 0, Long.MAX_VALUE)
                : new Digest(row.summary(), row.digest(), row.digestFrom(), row.digestUpto());
    }

    /**
     * Puts a new digest in the place of the one that was read.
     *
     * @param upto the newest event that it knows of
     * @return false when it came too late: staff took over meanwhile, or a newer digest is there
     */
    @Transactional
    public boolean replaceDigest(String clientId, Digest read, String text, long upto, Actor author) {
        if (rows.setDigest(clientId, text, read.from(), upto) == 0) {
            return false;
        }
        if (!text.equals(read.text())) {
            record(clientId, author, "digest");
        }
        return true;
    }

    /** @throws Problem 404 */
    public Summary get(String clientId) {
        var row = clients.find(clientId);
        if (row == null) {
            throw Problem.notFound("There is no client " + clientId + ".");
        }
        var newest = rows.newest(clientId);
        return new Summary(
                text(row),
                row.summary(),
                row.digest(),
                newest == null ? null : newest.author(),
                newest == null ? null : newest.at());
    }

    /** Newest first. */
    Page<Version> versions(String clientId, Integer limit, String cursor) {
        get(clientId);
        var size = Page.limit(limit);
        var found = rows.page(clientId, Page.cursor(cursor, Integer.MAX_VALUE), size + 1);
        return Page.of(found, size, VersionRow::version, row -> (long) row.n());
    }

    static String text(ClientRow row) {
        if (row.summary().isEmpty() || row.digest().isEmpty()) {
            return row.summary() + row.digest();
        }
        return row.summary() + BETWEEN + row.digest();
    }

    private void record(String clientId, Actor actor, String part) {
        var text = text(clients.find(clientId));
        var newest = rows.newest(clientId);
        var n = newest == null ? 1 : newest.n() + 1;
        rows.insert(new VersionRow(clientId, n, text, actor.kind(), actor.name(), clock.instant()));
        events.append(
                actor,
                "summary_changed",
                null,
                clientId,
                Map.of("version", n, "part", part, "sha256", Hashes.sha256(text)));
    }
}
