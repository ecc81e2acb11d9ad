package dev.switchboard.approval;

import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.crm.Client;
import dev.switchboard.process.Purpose;
import dev.switchboard.system.Hashes;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The approval records. Completing a review task records the SHA-256 of the very words, who approved them and when;
 * whoever wants to send or file words must show an approval of exactly these.
 */
@Component
public class Approvals {

    private final ApprovalRows rows;
    private final Events events;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Approvals(ApprovalRows rows, Events events, ApplicationEventPublisher publisher, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * A person's approval of words.
     *
     * @param id the review task's id
     * @param requestId the request that the words are for, or null
     * @param clientId the client that words outside of any request are for, or null; fixed texts are for everyone
     * @param sha256 lower-case hex, of the words' UTF-8
     * @param approvedBy the staff user's name
     * @param draftedBy the model that drafted the words; null when a person wrote them
     */
    public record Approval(
            String id,
            Purpose purpose,
            String requestId,
            String clientId,
            String sha256,
            String approvedBy,
            String draftedBy,
            Instant at) {

        /** The only request or client that the words may go to; null for everyone. */
        String subject() {
            return requestId == null ? clientId : requestId;
        }
    }

    /**
     * Records what one completed task approved; completing it again (after a rollback) replaces the record.
     *
     * @param subject the task's business key: the id of a request, or of a client
     */
    @Transactional
    public void record(
            String id,
            String subject,
            String decision,
            Map<Purpose, String> words,
            String approvedBy,
            String draftedBy) {
        record(id, subject, decision, words, approvedBy, draftedBy, List.of());
    }

    /** @param notInDraft ids of the client's texts that the approved draft was made without, as its reviewer was told */
    @Transactional
    public void record(
            String id,
            String subject,
            String decision,
            Map<Purpose, String> words,
            String approvedBy,
            String draftedBy,
            List<String> notInDraft) {
        var clientId = Client.isId(subject) ? subject : null;
        var requestId = clientId == null ? subject : null;
        var hashes = new HashMap<String, String>();
        for (var entry : words.entrySet()) {
            var sha256 = Hashes.sha256(entry.getValue());
            rows.put(new Approval(
                    id, entry.getKey(), requestId, clientId, sha256, approvedBy, draftedBy, clock.instant()));
            hashes.put(entry.getKey().text(), sha256);
        }
        var details = new HashMap<String, Object>(Map.of("task", id, "decision", decision, "approved", hashes));
        if (!notInDraft.isEmpty()) {
            details.put("textsNotInDraft", notInDraft);
        }
        events.append(Actor.staff(approvedBy), "task_completed", requestId, clientId, details);
        if (requestId != null) {
            publisher.publishEvent(new DecisionTaken(requestId));
        }
    }

    /**
     * A fixed text's approval, given beforehand by version, for the words with their slots filled.
     *
     * @param version the approval of the template
     * @param id of this filling; filling again under the same id changes nothing
     * @param requestId the request that the words are for, or null
     * @throws NotApproved when nobody approved this very template
     */
    @Transactional
    public Approval fill(String version, String template, String id, String requestId, String words) {
        var owner = require(version, Purpose.CLIENT_MESSAGE, null, template);
        var filled = new Approval(
                id,
                Purpose.CLIENT_MESSAGE,
                requestId,
                null,
                Hashes.sha256(words),
                owner.approvedBy(),
                null,
                owner.at());
        rows.put(filled);
        return filled;
    }

    /**
     * The approval of exactly these words for this purpose and request or client.
     *
     * @param subject the id of a request or client
     * @throws NotApproved when there is none: nobody approved, or one character differs
     */
    public Approval require(String id, Purpose purpose, String subject, String words) {
        var approval = id == null ? null : rows.find(id, purpose);
        if (approval == null) {
            throw new NotApproved("nobody approved a " + purpose.text() + " for " + subject);
        }
        if (approval.subject() != null && !approval.subject().equals(subject)) {
            throw new NotApproved("approval " + id + " belongs to " + approval.subject() + ", not " + subject);
        }
        if (!approval.sha256().equals(Hashes.sha256(words))) {
            throw new NotApproved("the words of " + subject + " differ from what " + approval.approvedBy()
                    + " approved as " + purpose.text());
        }
        return approval;
    }
}
