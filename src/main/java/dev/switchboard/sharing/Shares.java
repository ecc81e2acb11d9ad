package dev.switchboard.sharing;

import dev.switchboard.approval.Approvals.Approval;
import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.document.Documents.VersionId;
import dev.switchboard.request.Requests;
import dev.switchboard.request.WorkEnded;
import dev.switchboard.system.Problem;
import dev.switchboard.system.Sequences;
import dev.switchboard.system.Times;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The pages that clients may read. A request has at most one open: sharing again closes the one before. */
@Component
class Shares {

    /** 144 bits, in 24 characters: a text has few to spare. */
    private static final int TOKEN_BYTES = 18;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final ShareRows rows;
    private final Requests requests;
    private final Sequences sequences;
    private final Events events;
    private final Clock clock;
    private final Duration lifetime;

    Shares(
            ShareRows rows,
            Requests requests,
            Sequences sequences,
            Events events,
            Clock clock,
            SharingProperties properties) {
        this.rows = rows;
        this.requests = requests;
        this.sequences = sequences;
        this.events = events;
        this.clock = clock;
        this.lifetime = properties.lifetime();
    }

    /** Opens the page of an approved version, once per approval. */
    @Transactional
    public Share open(Approval approval, VersionId version) {
        var before = rows.byApproval(approval.id());
        if (before != null) {
            return before;
        }
        revokeAll(approval.requestId(), Actor.SYSTEM);
        var number = sequences.next("share");
        var now = Times.stored(clock.instant());
        var share = new Share(
                "S-" + number,
                number,
                token(),
                approval.id(),
                approval.requestId(),
                version.documentId(),
                version.n(),
                approval.approvedBy(),
                now,
                now.plus(lifetime),
                null,
                null,
                0,
                null);
        rows.insert(share);
        append(
                Actor.staff(approval.approvedBy()),
                "prd_shared",
                share,
                Map.of(
                        "share", share.id(),
                        "document", share.documentId(),
                        "n", share.n(),
                        "sha256", approval.sha256(),
                        "expiresAt", Times.text(share.expiresAt())));
        return share;
    }

    /** The page that this approval opened, while it can be read. */
    Optional<Share> openOf(String approvalId) {
        return readable(approvalId == null ? null : rows.byApproval(approvalId));
    }

    /** The page behind a link, while it can be read. */
    Optional<Share> at(String token) {
        return readable(rows.byToken(token));
    }

    private Optional<Share> readable(Share share) {
        return Optional.ofNullable(share).filter(found -> found.open(clock.instant()));
    }

    List<Share> ofRequest(String requestId) {
        return rows.ofRequest(requests.get(requestId).id());
    }

    /** Somebody or something asked for the page. Who is not known, so it is no sign that the client agrees. */
    @Transactional
    public void viewed(Share share) {
        rows.viewed(share.id(), clock.instant());
        var clientId = requests.get(share.requestId()).clientId();
        events.appendOnce(
                share.id(),
                Actor.SYSTEM,
                "prd_viewed",
                share.requestId(),
                clientId,
                Map.of("share", share.id(), "document", share.documentId(), "n", share.n()));
    }

    /**
     * Closes a page for good; closing it again changes nothing.
     *
     * @throws Problem 404
     */
    @Transactional
    public void revoke(String id, Actor actor) {
        var share = rows.find(id);
        if (share == null) {
            throw Problem.notFound("There is no share " + id + ".");
        }
        if (rows.revoke(id, clock.instant(), actor.name()) == 1) {
            append(actor, "prd_share_revoked", share, Map.of("share", id));
        }
    }

    /** Nobody is asked any more about what is decided, withdrawn or no feature request. */
    @EventListener
    @Transactional
    public void revokeAll(WorkEnded ended) {
        revokeAll(ended.requestId(), Actor.SYSTEM);
    }

    private void revokeAll(String requestId, Actor actor) {
        rows.ofRequest(requestId).stream()
                .filter(share -> share.open(clock.instant()))
                .forEach(share -> revoke(share.id(), actor));
    }

    private void append(Actor actor, String type, Share share, Map<String, ?> details) {
        events.append(
                actor, type, share.requestId(), requests.get(share.requestId()).clientId(), details);
    }

    private static String token() {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
