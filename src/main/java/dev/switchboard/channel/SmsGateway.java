package dev.switchboard.channel;

import dev.switchboard.request.Message;
import dev.switchboard.request.Message.Delivery;
import java.time.Instant;
import java.util.List;

/** The edge to whoever carries our texts: Twilio, or the simulated phone. */
public interface SmsGateway {

    /**
     * What the carrier made of a text.
     *
     * @param providerId its id of the message
     */
    record Receipt(String providerId, Delivery status) {}

    /**
     * How a text travels.
     *
     * @param encoding {@code GSM-7} or {@code UCS-2}
     */
    record Parts(String encoding, int count) {}

    /** Our own address: a number in E.164 or the id of a messaging service. */
    String sender();

    /** How these words travel, which is what the carrier charges. */
    Parts parts(String words);

    /**
     * Hands one text over, once: an implementation never retries by itself.
     *
     * @throws NotAccepted when the carrier certainly did not take it; any other exception leaves that open, and {@link
     *     #find} is asked before another attempt
     */
    Receipt send(Message message);

    /** Texts that an earlier attempt may have handed over, looked up by receiver, words and time; oldest first. */
    List<Receipt> find(Message message, Instant notBefore);

    /** The carrier certainly did not take the text; the message is a sentence for staff. */
    final class NotAccepted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient String code;
        private final Outlook outlook;

        public NotAccepted(String code, Outlook outlook, String message, Throwable cause) {
            super(message, cause);
            this.code = code;
            this.outlook = outlook;
        }

        /** The carrier's error code, or null. */
        public String code() {
            return code;
        }

        public Outlook outlook() {
            return outlook;
        }
    }

    /** What another attempt would bring. */
    enum Outlook {
        MAY_WORK_LATER,
        NEVER,
        /** The receiver told the carrier, not us, to get no more texts. */
        OPTED_OUT
    }
}
