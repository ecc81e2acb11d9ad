package dev.switchboard.request;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.switchboard.system.Names;
import java.time.Instant;

/**
 * A text of a conversation, in or out.
 *
 * @param seq order of arrival over all messages
 * @param idempotencyKey one message per key: the provider's id of an inbound one, the approval of an outbound one
 * @param requestId null until it is decided where it belongs, and for STOP, START and HELP
 * @param body the words as they were sent, byte for byte
 * @param media JSON list of {@code {documentId, contentType, bytes}}; the document is null until the file is kept
 * @param keyword what the text is when it is no part of what the client wants: a command to the channel ({@code STOP},
 *     {@code START}, {@code HELP}), {@code THANKS}, {@code STATUS}, {@code WITHDRAWAL} or {@code CHOICE}; null otherwise
 * @param segments how many SMS segments the body takes; null for an inbound message
 * @param providerId the provider's id (Twilio's MessageSid), both ways
 * @param approvedBy staff user, outbound only
 * @param draftedBy model that drafted it; null when a person wrote it
 * @param sendingSince outbound: when the provider was last asked to send it and did not answer yet
 * @param encoding in which the body travels, {@code GSM-7} or {@code UCS-2}; null for an inbound message
 */
public record Message(
        String id,
        long seq,
        String idempotencyKey,
        String requestId,
        Direction direction,
        String channel,
        String fromAddress,
        String toAddress,
        String body,
        String media,
        String keyword,
        Delivery status,
        String errorCode,
        Integer segments,
        String providerId,
        String approvedBy,
        String draftedBy,
        Instant at,
        Instant handledAt,
        Carrier carrier,
        int attempts,
        Instant nextAttemptAt,
        Instant sendingSince,
        String encoding) {

    public enum Direction {
        INBOUND,
        OUTBOUND;

        @JsonValue
        public String text() {
            return Names.of(this);
        }
    }

    /** Where a message stands; outbound states only go forward. */
    public enum Delivery {
        RECEIVED,
        QUEUED,
        SENDING,
        SENT,
        DELIVERED,
        UNDELIVERED,
        FAILED,
        /** The receiver had withdrawn consent: never sent, not even after consent comes back. */
        BLOCKED;

        /** Whether the provider still has to be asked to send it. */
        public boolean open() {
            return this == QUEUED || this == SENDING;
        }

        @JsonValue
        public String text() {
            return Names.of(this);
        }
    }

    /** Who retries a send that failed: the engine's job, or our own relay for texts outside a process. */
    public enum Carrier {
        PROCESS,
        RELAY
    }

    /** The address of the person outside, whichever way the text went. */
    public String clientAddress() {
        return direction == Direction.INBOUND ? fromAddress : toAddress;
    }
}
