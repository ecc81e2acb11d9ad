package dev.switchboard.channel;

import dev.switchboard.approval.Approvals;
import dev.switchboard.crm.Clients;
import dev.switchboard.crm.Consent;
import dev.switchboard.process.Purpose;
import dev.switchboard.request.Message;
import dev.switchboard.request.Message.Carrier;
import dev.switchboard.request.Requests;
import dev.switchboard.request.Writers;
import dev.switchboard.system.Problem;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A staff member's own words to a client: sending them is the approval. */
@Component
class StaffWords {

    private static final int LONGEST_TEXT = 1_600;

    private final Requests requests;
    private final Clients clients;
    private final Writers writers;
    private final Approvals approvals;
    private final Outbox outbox;

    StaffWords(Requests requests, Clients clients, Writers writers, Approvals approvals, Outbox outbox) {
        this.requests = requests;
        this.writers = writers;
        this.clients = clients;
        this.approvals = approvals;
        this.outbox = outbox;
    }

    @Transactional
    public Message send(String requestId, String words, String user) {
        if (words.length() > LONGEST_TEXT) {
            throw Problem.badRequest("The message has " + words.length()
                    + " characters; a text can have at most 1,600. Nothing is cut or split: shorten it.");
        }
        var request = requests.get(requestId);
        var receiver = clients.sender(request.channel(), request.address());
        if (receiver.consent() == Consent.WITHDRAWN) {
            throw Problem.conflict(receiver.displayName() + " has opted out of texts; reach them another way.");
        }
        var id = "staff:" + UUID.randomUUID();
        approvals.record(id, requestId, "send", Map.of(Purpose.CLIENT_MESSAGE, words), user, null);
        // Sending is a decision as well, so this comes after its record
        writers.begin(requestId, user);
        var approval = approvals.require(id, Purpose.CLIENT_MESSAGE, requestId, words);
        return outbox.enqueue(approval, request.channel(), request.address(), requestId, words, Carrier.RELAY);
    }
}
