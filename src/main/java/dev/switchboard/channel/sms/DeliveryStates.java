package dev.switchboard.channel.sms;

import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.channel.ConsentWarnings;
import dev.switchboard.crm.Clients;
import dev.switchboard.crm.Consent;
import dev.switchboard.request.Message;
import dev.switchboard.request.Message.Delivery;
import dev.switchboard.request.Messages;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What Twilio says became of a text. Callbacks come in any order (Twilio, "Outbound message status in status
 * callbacks"): a state only moves forward, and a final one stays.
 */
@Component
class DeliveryStates {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryStates.class);

    private static final Map<String, Delivery> KNOWN = Map.of(
            "accepted", Delivery.QUEUED,
            "scheduled", Delivery.QUEUED,
            "queued", Delivery.QUEUED,
            "sending", Delivery.SENDING,
            "sent", Delivery.SENT,
            "delivered", Delivery.DELIVERED,
            "read", Delivery.DELIVERED,
            "undelivered", Delivery.UNDELIVERED,
            "failed", Delivery.FAILED,
            "canceled", Delivery.FAILED);

    private final Messages messages;
    private final Clients clients;
    private final ConsentWarnings consentWarnings;
    private final Events events;

    DeliveryStates(Messages messages, Clients clients, ConsentWarnings consentWarnings, Events events) {
        this.consentWarnings = consentWarnings;
        this.messages = messages;
        this.clients = clients;
        this.events = events;
    }

    @Transactional
    public void advance(String providerId, String state, String errorCode) {
        var next = KNOWN.get(state);
        var found = messages.byProviderId(Clients.SMS, providerId);
        if (next == null || found.isEmpty()) {
            LOG.info("A delivery state of an unknown text or kind was left alone: {}", state.replaceAll("\\W", "?"));
            return;
        }
        var message = found.get();
        if (message.direction() == Message.Direction.OUTBOUND && rank(next) > rank(message.status())) {
            messages.setStatus(message.id(), next, errorCode);
            var details = new HashMap<String, Object>(Map.of("message", message.id(), "status", next.text()));
            if (errorCode != null) {
                details.put("errorCode", errorCode);
                TwilioErrors.explain(errorCode).ifPresent(sentence -> details.put("reason", sentence));
            }
            events.append(
                    Actor.SYSTEM,
                    "message_" + next.text(),
                    message.requestId(),
                    clients.sender(message.channel(), message.toAddress()).clientId(),
                    details);
            if (TwilioErrors.OPTED_OUT.equals(errorCode)) {
                optedOut(message);
            }
        }
    }

    static Optional<Delivery> of(String state) {
        return Optional.ofNullable(KNOWN.get(state));
    }

    private void optedOut(Message message) {
        var receiver = clients.sender(message.channel(), message.toAddress());
        clients.setConsent(
                receiver,
                Consent.WITHDRAWN,
                Actor.client(receiver.id()),
                message.requestId(),
                "told by the carrier, error " + TwilioErrors.OPTED_OUT);
        consentWarnings.refresh(message.channel(), message.toAddress());
    }

    private static int rank(Delivery state) {
        return switch (state) {
            case QUEUED -> 0;
            case SENDING -> 1;
            case SENT -> 2;
            case DELIVERED, UNDELIVERED, FAILED, BLOCKED, RECEIVED -> 3;
        };
    }
}
