package dev.switchboard.channel.sms;

import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.channel.ConsentWarnings;
import dev.switchboard.channel.UndeliveredTexts;
import dev.switchboard.crm.Clients;
import dev.switchboard.crm.Consent;
import dev.switchboard.request.Message;
import dev.switchboard.request.Message.Delivery;
import dev.switchboard.request.Messages;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

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

    /** Longer than any callback is late; what is older belongs to texts that are none of ours. */
    private static final Duration KEPT = Duration.ofDays(7);

    private static final int BATCH = 50;

    private final Messages messages;
    private final EarlyStates early;
    private final Clients clients;
    private final ConsentWarnings consentWarnings;
    private final UndeliveredTexts undelivered;
    private final Events events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeliveryStates(
            Messages messages,
            EarlyStates early,
            Clients clients,
            ConsentWarnings consentWarnings,
            UndeliveredTexts undelivered,
            Events events,
            TransactionTemplate transaction,
            Clock clock) {
        this.messages = messages;
        this.early = early;
        this.clients = clients;
        this.consentWarnings = consentWarnings;
        this.undelivered = undelivered;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A text that nobody knows may be one of ours whose sending is not written down yet: its state is kept. */
    void advance(String providerId, String state, String errorCode) {
        var next = KNOWN.get(state);
        if (next == null) {
            LOG.info("A delivery state of an unknown kind was left alone: {}", state.replaceAll("\\W", "?"));
            return;
        }
        transaction.executeWithoutResult(tx -> messages.byProviderId(Clients.SMS, providerId)
                .ifPresentOrElse(
                        message -> advance(message, next, errorCode), () -> keep(providerId, next, errorCode)));
    }

    /** Applies what came before its text was known, which may be the moment after. */
    @Scheduled(fixedDelay = 1_000)
    void catchUp() {
        for (var state : early.known(BATCH)) {
            transaction.executeWithoutResult(tx -> {
                messages.byProviderId(state.channel(), state.providerId())
                        .ifPresent(message -> advance(message, state.state(), state.errorCode()));
                early.delete(state.channel(), state.providerId());
            });
        }
    }

    @Scheduled(fixedDelay = 3_600_000)
    void forget() {
        early.deleteBefore(clock.instant().minus(KEPT));
    }

    private void keep(String providerId, Delivery next, String errorCode) {
        if (early.insert(Clients.SMS, providerId, next, errorCode, clock.instant()) == 0
                && rank(next) > rank(early.find(Clients.SMS, providerId).state())) {
            early.update(Clients.SMS, providerId, next, errorCode);
        }
    }

    private void advance(Message message, Delivery next, String errorCode) {
        if (message.direction() != Message.Direction.OUTBOUND || rank(next) <= rank(message.status())) {
            return;
        }
        messages.setStatus(message.id(), next, errorCode);
        var reason = TwilioErrors.explain(errorCode);
        var details = new HashMap<String, Object>(Map.of("message", message.id(), "status", next.text()));
        if (errorCode != null) {
            details.put("errorCode", errorCode);
        }
        reason.ifPresent(sentence -> details.put("reason", sentence));
        events.append(
                Actor.SYSTEM,
                "message_" + next.text(),
                message.requestId(),
                clients.sender(message.channel(), message.toAddress()).clientId(),
                details);
        if (TwilioErrors.OPTED_OUT.equals(errorCode)) {
            optedOut(message);
        } else if (next == Delivery.UNDELIVERED || next == Delivery.FAILED) {
            undelivered.note(
                    message,
                    "The text was " + (next == Delivery.FAILED ? "not sent" : "not delivered")
                            + (errorCode == null ? ". " : " (Twilio " + errorCode + "). ")
                            + reason.orElse(TwilioErrors.UNEXPLAINED));
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
