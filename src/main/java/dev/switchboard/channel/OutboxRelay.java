package dev.switchboard.channel;

import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.request.Message;
import dev.switchboard.request.Message.Delivery;
import dev.switchboard.request.Messages;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the texts that no process carries: a staff member's own words and fixed texts. The pauses between attempts are
 * those of the engine's jobs; after the last one the text is {@code failed} and a person's task.
 */
@Component
class OutboxRelay {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 50;
    private static final int MOST_ATTEMPTS = 10;
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5));

    private final Messages messages;
    private final Courier courier;
    private final UndeliveredTexts undelivered;
    private final Events events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OutboxRelay(
            Messages messages,
            Courier courier,
            UndeliveredTexts undelivered,
            Events events,
            TransactionTemplate transaction,
            Clock clock) {
        this.messages = messages;
        this.courier = courier;
        this.undelivered = undelivered;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 500)
    void sweep() {
        for (var message : messages.dueForRelay(BATCH)) {
            try {
                courier.deliver(message.id());
            } catch (RuntimeException e) {
                LOG.warn("Text {} was not sent at attempt {}", message.id(), message.attempts() + 1, e);
                afterFailure(message, e);
            }
        }
    }

    private void afterFailure(Message message, RuntimeException failure) {
        var attempt = message.attempts() + 1;
        if (attempt < MOST_ATTEMPTS) {
            var pause = PAUSES.get(Math.min(attempt, PAUSES.size()) - 1);
            messages.postpone(message.id(), clock.instant().plus(pause));
            return;
        }
        transaction.executeWithoutResult(tx -> {
            messages.setStatus(message.id(), Delivery.FAILED, null);
            events.append(
                    Actor.SYSTEM,
                    "message_failed",
                    message.requestId(),
                    null,
                    Map.of(
                            "message",
                            message.id(),
                            "attempts",
                            attempt,
                            "reason",
                            String.valueOf(failure.getMessage())));
            undelivered.note(
                    message,
                    "The text could not be handed over in " + attempt + " attempts. "
                            + Objects.toString(failure.getMessage(), ""));
        });
    }
}
