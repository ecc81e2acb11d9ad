package dev.switchboard.request;

import dev.switchboard.request.Message.Carrier;
import dev.switchboard.request.Message.Delivery;
import dev.switchboard.request.Message.Direction;
import dev.switchboard.system.Page;
import dev.switchboard.system.Sequences;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All texts, in and out, each written once per idempotency key. */
@Component
public class Messages {

    private final MessageRows rows;
    private final Sequences sequences;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Messages(MessageRows rows, Sequences sequences, ApplicationEventPublisher publisher, Clock clock) {
        this.rows = rows;
        this.sequences = sequences;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Keeps an inbound text; the same provider's id again changes nothing.
     *
     * @param keyword the command this text is to the channel, or null
     * @return empty when it was kept before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Message> keepInbound(
            String channel, String providerId, String from, String to, String body, String media, String keyword) {
        var key = "in:" + channel + ":" + providerId;
        if (rows.byKey(key) != null) {
            return Optional.empty();
        }
        var seq = sequences.next("message");
        var message = new Message(
                "M-" + seq,
                seq,
                key,
                null,
                Direction.INBOUND,
                channel,
                from,
                to,
                body,
                media,
                keyword,
                Delivery.RECEIVED,
                null,
                null,
                providerId,
                null,
                null,
                clock.instant(),
                null,
                null,
                0,
                null,
                null,
                null);
        if (rows.insert(message) == 0) {
            return Optional.empty();
        }
        publisher.publishEvent(new TextKept());
        return Optional.of(message);
    }

    /**
     * Puts approved words into the outbox, or finds them there under the same key.
     *
     * @param segments in how many parts the words travel
     * @param encoding in which they travel
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Kept keepOutbound(
            String key,
            String requestId,
            String channel,
            String from,
            String to,
            String body,
            int segments,
            String encoding,
            Delivery status,
            String approvedBy,
            String draftedBy,
            Carrier carrier) {
        var before = rows.byKey(key);
        if (before != null) {
            return new Kept(before, false);
        }
        var seq = sequences.next("message");
        var now = clock.instant();
        var message = new Message(
                "M-" + seq,
                seq,
                key,
                requestId,
                Direction.OUTBOUND,
                channel,
                from,
                to,
                body,
                "[]",
                null,
                status,
                null,
                segments,
                null,
                approvedBy,
                draftedBy,
                now,
                null,
                carrier,
                0,
                now,
                null,
                encoding);
        rows.insert(message);
        return new Kept(message, true);
    }

    /** @param fresh whether this call wrote it */
    public record Kept(Message message, boolean fresh) {}

    public Message get(String id) {
        return rows.find(id);
    }

    public Optional<Message> byProviderId(String channel, String providerId) {
        return Optional.ofNullable(rows.byProviderId(channel, providerId));
    }

    /** The whole conversation of a request, with that of those merged into it, oldest first. */
    public List<Message> conversation(String requestId) {
        return rows.conversation(requestId);
    }

    /** Everything that was said with an address, over all its requests and outside of them, newest first. */
    public Page<Message> ofAddress(String channel, String address, Integer limit, String cursor) {
        var size = Page.limit(limit);
        var found = rows.ofAddress(channel, address, Page.cursor(cursor, Long.MAX_VALUE), size + 1);
        return Page.of(found, size, message -> message, Message::seq);
    }

    /** What came in on a request, oldest first. */
    public List<Message> inbound(String requestId) {
        return rows.conversation(requestId).stream()
                .filter(message -> message.direction() == Direction.INBOUND)
                .toList();
    }

    /** Texts without a request are held together: those that are held already, and this one. */
    @Transactional
    public void holdUnplaced(Message message, Instant until) {
        rows.holdUnplaced(message.channel(), message.fromAddress(), message.id(), until);
    }

    public Page<Message> page(String requestId, Integer limit, String cursor) {
        var size = Page.limit(limit);
        var found = rows.page(requestId, Page.cursor(cursor, 0), size + 1);
        return Page.of(found, size, message -> message, Message::seq);
    }

    /** Whatever went to or came from a client's numbers, oldest first. */
    public Page<Message> pageOfClient(String clientId, Integer limit, String cursor) {
        var size = Page.limit(limit);
        var found = rows.ofClient(clientId, Page.cursor(cursor, 0), size + 1);
        return Page.of(found, size, message -> message, Message::seq);
    }

    /** Gives a request's texts to the one it is merged into, and brings the client's last words there as if just come. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void merge(String from, String into) {
        rows.move(from, into);
        rows.offerLastAgain(into, from);
        publisher.publishEvent(new TextKept());
    }

    public Optional<Message> byKey(String key) {
        return Optional.ofNullable(rows.byKey(key));
    }

    /** Inbound texts that the engine does not have yet and that need not wait, in the order in which they came. */
    public List<Message> unhandled(int limit) {
        return rows.unhandled(clock.instant(), limit);
    }

    /** A sender's texts of which nobody knows yet where they belong, oldest first. */
    public List<Message> unplaced(String channel, String address) {
        return rows.unplaced(channel, address);
    }

    /** Those of a request that the engine does not have yet, oldest first. */
    public List<Waiting> waiting(String requestId) {
        return rows.waiting(requestId);
    }

    /** Nobody looks at them until then. */
    @Transactional
    public void holdOf(String requestId, Instant until) {
        rows.holdOf(requestId, until);
    }

    /** @param keyword what the text is besides words, see {@link Message#keyword} */
    @Transactional
    public void setKeyword(String id, String keyword) {
        rows.setKeyword(id, keyword);
    }

    /** Outbound texts outside a process whose next attempt is due. */
    public List<Message> dueForRelay(int limit) {
        return rows.dueForRelay(clock.instant(), limit);
    }

    /** @param requestId null takes it away from where it was: it is decided again where it belongs */
    @Transactional
    public void tie(String id, String requestId) {
        rows.tie(id, requestId);
    }

    /** @param json what the contract calls {@code media} of a message */
    @Transactional
    public void setMedia(String id, String json) {
        rows.setMedia(id, json);
    }

    @Transactional
    public void handled(String id) {
        rows.handled(id, clock.instant());
    }

    /**
     * Fixes which texts of a request are brought to the engine together: those that wait now, unless an earlier try fixed
     * others that are still not there.
     *
     * @return the id of the first of them, or empty when none waits
     */
    @Transactional
    public Optional<String> handTogether(String requestId) {
        var waiting = rows.waiting(requestId);
        var before = waiting.stream()
                .map(Waiting::handedWith)
                .filter(Objects::nonNull)
                .findFirst();
        if (before.isPresent() || waiting.isEmpty()) {
            return before;
        }
        rows.handTogether(requestId, waiting.get(0).id());
        return Optional.of(waiting.get(0).id());
    }

    /** The texts that were brought to the engine together, oldest first. */
    public List<Message> handedWith(String first) {
        return rows.handedWith(first);
    }

    /** The engine has them. */
    @Transactional
    public void handledTogether(String first) {
        rows.handledTogether(first, clock.instant());
    }

    /** Nobody waits for the texts of this request any more. */
    @Transactional
    public void handledOf(String requestId) {
        rows.handledOf(requestId, clock.instant());
    }

    @Transactional
    public void sending(String id) {
        rows.sending(id, clock.instant());
    }

    @Transactional
    public void backToQueue(String id, String errorCode, Instant nextAttempt) {
        rows.backToQueue(id, errorCode, nextAttempt);
    }

    @Transactional
    public void postpone(String id, Instant nextAttempt) {
        rows.postpone(id, nextAttempt);
    }

    @Transactional
    public void accepted(String id, Delivery status, String providerId) {
        rows.accepted(id, status, providerId);
    }

    @Transactional
    public void setStatus(String id, Delivery status, String errorCode) {
        rows.setStatus(id, status, errorCode);
    }
}
