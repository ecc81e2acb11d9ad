package dev.switchboard.channel;

import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.channel.SmsGateway.NotAccepted;
import dev.switchboard.channel.SmsGateway.Receipt;
import dev.switchboard.crm.Clients;
import dev.switchboard.crm.Consent;
import dev.switchboard.request.Message;
import dev.switchboard.request.Message.Delivery;
import dev.switchboard.request.Messages;
import dev.switchboard.request.Requests;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands one written-down text to the carrier and records it before and after. A text found in {@code sending} may or may
 * not have left when the power went: the carrier is asked before it is sent again.
 */
@Component
class Courier {

    private final Messages messages;
    private final Requests requests;
    private final Clients clients;
    private final SmsGateway gateway;
    private final ConsentWarnings consentWarnings;
    private final UndeliveredTexts undelivered;
    private final Events events;
    private final TransactionTemplate transaction;

    Courier(
            Messages messages,
            Requests requests,
            Clients clients,
            SmsGateway gateway,
            ConsentWarnings consentWarnings,
            UndeliveredTexts undelivered,
            Events events,
            TransactionTemplate transaction) {
        this.consentWarnings = consentWarnings;
        this.undelivered = undelivered;
        this.messages = messages;
        this.requests = requests;
        this.clients = clients;
        this.gateway = gateway;
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * Does nothing for a text that is sent, blocked or refused already; throws what keeps it from being sent now. A text
     * that the carrier refuses for good is a person's task, and for whoever sends it the step is over.
     */
    void deliver(String messageId) {
        var message = messages.get(messageId);
        if (!message.status().open()) {
            return;
        }
        if (message.status() == Delivery.SENDING) {
            // The same words may have gone to the same number before: a receipt that has its text already is that one's
            var found = gateway.find(message, message.sendingSince()).stream()
                    .filter(receipt -> messages.byProviderId(message.channel(), receipt.providerId())
                            .isEmpty())
                    .findFirst();
            if (found.isPresent()) {
                record(message, found.get());
                return;
            }
        }
        if (begin(message)) {
            handOver(message).ifPresent(receipt -> record(message, receipt));
        }
    }

    /** Consent is looked at in the transaction that says "sending": a STOP before it blocks, one after it is too late. */
    private boolean begin(Message message) {
        return Boolean.TRUE.equals(transaction.execute(tx -> {
            var receiver = clients.sender(message.channel(), message.toAddress());
            if (receiver.consent() == Consent.WITHDRAWN) {
                end(message, Delivery.BLOCKED, null, Map.of("message", message.id()));
                return false;
            }
            messages.sending(message.id());
            return true;
        }));
    }

    /** @return empty when the carrier will never bring this text */
    private Optional<Receipt> handOver(Message message) {
        try {
            return Optional.of(gateway.send(message));
        } catch (NotAccepted e) {
            switch (e.outlook()) {
                case OPTED_OUT -> optedOut(message, e);
                case NEVER -> refused(message, e);
                case MAY_WORK_LATER -> {
                    messages.backToQueue(message.id(), e.code(), message.nextAttemptAt());
                    throw e;
                }
            }
            return Optional.empty();
        }
    }

    private void refused(Message message, NotAccepted refusal) {
        transaction.executeWithoutResult(tx -> {
            end(message, Delivery.FAILED, refusal.code(), details(message, refusal));
            undelivered.note(message, refusal.getMessage());
        });
    }

    private void optedOut(Message message, NotAccepted refusal) {
        transaction.executeWithoutResult(tx -> {
            var receiver = clients.sender(message.channel(), message.toAddress());
            clients.setConsent(
                    receiver,
                    Consent.WITHDRAWN,
                    Actor.client(receiver.id()),
                    message.requestId(),
                    "told by the carrier, error " + refusal.code());
            end(message, Delivery.BLOCKED, refusal.code(), details(message, refusal));
        });
        consentWarnings.refresh(message.channel(), message.toAddress());
    }

    private void end(Message message, Delivery status, String code, Map<String, ?> details) {
        messages.setStatus(message.id(), status, code);
        events.append(
                Actor.SYSTEM,
                "message_" + status.text(),
                message.requestId(),
                clients.sender(message.channel(), message.toAddress()).clientId(),
                details);
    }

    private static Map<String, ?> details(Message message, NotAccepted refusal) {
        return Map.of(
                "message", message.id(),
                "attempts", message.attempts() + 1,
                "errorCode", String.valueOf(refusal.code()),
                "reason", refusal.getMessage());
    }

    private void record(Message message, Receipt receipt) {
        transaction.executeWithoutResult(tx -> {
            messages.accepted(message.id(), receipt.status(), receipt.providerId());
            if (message.requestId() != null && FixedText.isResponse(message)) {
                requests.responded(message.requestId());
            }
            var clientId =
                    clients.sender(message.channel(), message.toAddress()).clientId();
            events.append(
                    Actor.SYSTEM,
                    "message_sent",
                    message.requestId(),
                    clientId,
                    Map.of(
                            "message", message.id(),
                            "providerId", receipt.providerId(),
                            "status", receipt.status().text(),
                            "attempts", message.attempts() + 1));
        });
    }
}
