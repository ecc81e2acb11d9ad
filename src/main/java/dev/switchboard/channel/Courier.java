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
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands one written-down text to the carrier and records it before and after. A text found in {@code sending} may or may
 * not have left when the power went: the carrier is asked before it is sent again.
 */
@Component
class Courier {

    private final Messages messages;
    private final Clients clients;
    private final SmsGateway gateway;
    private final Events events;
    private final TransactionTemplate transaction;

    Courier(Messages messages, Clients clients, SmsGateway gateway, Events events, TransactionTemplate transaction) {
        this.messages = messages;
        this.clients = clients;
        this.gateway = gateway;
        this.events = events;
        this.transaction = transaction;
    }

    /** Does nothing for a text that is sent or blocked already; throws what keeps it from being sent now. */
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
            record(message, handOver(message));
        }
    }

    /** Consent is looked at in the transaction that says "sending": a STOP before it blocks, one after it is too late. */
    private boolean begin(Message message) {
        return Boolean.TRUE.equals(transaction.execute(tx -> {
            var receiver = clients.sender(message.channel(), message.toAddress());
            if (receiver.consent() == Consent.WITHDRAWN) {
                messages.setStatus(message.id(), Delivery.BLOCKED, null);
                events.append(
                        Actor.SYSTEM,
                        "message_blocked",
                        message.requestId(),
                        receiver.clientId(),
                        Map.of("message", message.id()));
                return false;
            }
            messages.sending(message.id());
            return true;
        }));
    }

    private Receipt handOver(Message message) {
        try {
            return gateway.send(message);
        } catch (NotAccepted e) {
            messages.backToQueue(message.id(), e.code(), message.nextAttemptAt());
            throw e;
        }
    }

    private void record(Message message, Receipt receipt) {
        transaction.executeWithoutResult(tx -> {
            messages.accepted(message.id(), receipt.status(), receipt.providerId());
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
                            "attempts", message.attempts() + 1));
        });
    }
}
