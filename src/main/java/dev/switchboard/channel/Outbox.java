package dev.switchboard.channel;

import dev.switchboard.approval.Approvals;
import dev.switchboard.approval.Approvals.Approval;
import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.crm.Clients;
import dev.switchboard.crm.Consent;
import dev.switchboard.process.Purpose;
import dev.switchboard.request.Message;
import dev.switchboard.request.Message.Carrier;
import dev.switchboard.request.Message.Delivery;
import dev.switchboard.request.Messages;
import dev.switchboard.request.Requests;
import dev.switchboard.request.Status;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where words go out. A text is written down before it is sent, under the key of its approval: one approval sends one
 * text, however often the step is retried. Words without an approval of exactly these words are refused.
 */
@Component
public class Outbox {

    private final Messages messages;
    private final Requests requests;
    private final Clients clients;
    private final Approvals approvals;
    private final Courier courier;
    private final SmsGateway gateway;
    private final Events events;
    private final TransactionTemplate transaction;

    Outbox(
            Messages messages,
            Requests requests,
            Clients clients,
            Approvals approvals,
            Courier courier,
            SmsGateway gateway,
            Events events,
            TransactionTemplate transaction) {
        this.messages = messages;
        this.requests = requests;
        this.clients = clients;
        this.approvals = approvals;
        this.courier = courier;
        this.gateway = gateway;
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * Sends what a person approved to the client of a request. Called from a job: a failure is thrown, and the job's
     * retry finds the text again. An opted-out client's text is kept as {@code blocked} and never sent.
     *
     * @throws dev.switchboard.approval.NotApproved when these are not the approved words
     */
    public void send(String requestId, String approvalId, String words) {
        courier.deliver(enqueue(requestId, approvalId, words, null).id());
    }

    /**
     * The same, and from the moment the text is written down the request waits for its client.
     *
     * @return false when the client has opted out, so that no answer can come
     */
    public boolean ask(String requestId, String approvalId, String words) {
        return deliver(enqueue(requestId, approvalId, words, Status.WAITING_FOR_CLIENT));
    }

    /** @return false when the text is blocked instead */
    boolean deliver(Message message) {
        courier.deliver(message.id());
        return messages.get(message.id()).status() != Delivery.BLOCKED;
    }

    /**
     * Sends what a person approved to a client outside of any request, with the same guarantees as {@link #send}.
     *
     * @param number one of the client's own, in E.164
     * @throws IllegalStateException when the number is no longer this client's
     */
    public void sendToClient(String clientId, String number, String approvalId, String words) {
        var message = transaction.execute(tx -> {
            var approval = approvals.require(approvalId, Purpose.CLIENT_MESSAGE, clientId, words);
            var owner = clients.sender(Clients.SMS, number).clientId();
            if (!clientId.equals(owner)) {
                throw new IllegalStateException(number + " is no number of " + clientId + " (any more)");
            }
            return enqueue(approval, Clients.SMS, number, null, words, Carrier.PROCESS);
        });
        courier.deliver(message.id());
    }

    private Message enqueue(String requestId, String approvalId, String words, Status next) {
        return transaction.execute(tx -> {
            var approval = approvals.require(approvalId, Purpose.CLIENT_MESSAGE, requestId, words);
            var request = requests.get(requestId);
            var message = enqueue(approval, request.channel(), request.address(), requestId, words, Carrier.PROCESS);
            if (next != null && message.status().open()) {
                requests.setStatus(requestId, next);
            }
            return message;
        });
    }

    /** One text for each approval. */
    static String key(String approvalId, Purpose purpose) {
        return "approval:" + approvalId + ":" + purpose.text();
    }

    /** Writes an approved text down, or finds it written; must run in a transaction. */
    Message enqueue(
            Approval approval, String channel, String address, String requestId, String words, Carrier carrier) {
        var receiver = clients.sender(channel, address);
        var blocked = receiver.consent() == Consent.WITHDRAWN;
        var parts = gateway.parts(words);
        var kept = messages.keepOutbound(
                key(approval.id(), approval.purpose()),
                requestId,
                channel,
                gateway.sender(),
                address,
                words,
                parts.count(),
                parts.encoding(),
                blocked ? Delivery.BLOCKED : Delivery.QUEUED,
                approval.approvedBy(),
                approval.draftedBy(),
                carrier);
        if (kept.fresh()) {
            events.append(
                    Actor.SYSTEM,
                    blocked ? "message_blocked" : "message_queued",
                    requestId,
                    receiver.clientId(),
                    Map.of(
                            "message", kept.message().id(),
                            "approval", approval.id(),
                            "approvedBy", approval.approvedBy(),
                            "sha256", approval.sha256()));
        }
        return kept.message();
    }
}
