package dev.switchboard.channel;

import dev.switchboard.approval.Approvals;
import dev.switchboard.crm.Clients;
import dev.switchboard.crm.Sender;
import dev.switchboard.request.Message;
import dev.switchboard.request.Message.Carrier;
import dev.switchboard.request.Request;
import dev.switchboard.request.Requests;
import dev.switchboard.request.Status;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends words that an owner approved beforehand, by version. They leave without a review because nobody drafts them: a
 * change of one character is a new version with an approval of its own.
 */
@Component
public class FixedTexts {

    private final Approvals approvals;
    private final Outbox outbox;
    private final Courier courier;
    private final Requests requests;
    private final Clients clients;
    private final TransactionTemplate transaction;

    FixedTexts(
            Approvals approvals,
            Outbox outbox,
            Courier courier,
            Requests requests,
            Clients clients,
            TransactionTemplate transaction) {
        this.approvals = approvals;
        this.outbox = outbox;
        this.courier = courier;
        this.requests = requests;
        this.clients = clients;
        this.transaction = transaction;
    }

    /** Answers one HELP; runs in the transaction that keeps the text which asked. */
    void sendHelp(Sender sender, String inboundId) {
        enqueue(FixedText.HELP, sender, null, null, inboundId, Map.of(), Carrier.RELAY);
    }

    /** Asks a sender which request a text is about; runs in the transaction that keeps the question open. */
    void askWhich(Sender sender, String language, String inboundId, String choices) {
        enqueue(FixedText.WHICH_REQUEST, sender, null, language, inboundId, Map.of("choices", choices), Carrier.RELAY);
    }

    /**
     * Writes a fixed text down for the client of a request, in the transaction of what makes it necessary; the outbox
     * sends it afterwards.
     *
     * @param key of what makes it necessary: the same text under the same key is sent once
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(FixedText text, Request request, String key, Map<String, String> slots) {
        enqueue(text, sender(request), request.id(), request.language(), key, slots, Carrier.RELAY);
    }

    /** Sends a fixed text from a job, whose retry sends it if this fails; once per key. */
    public void send(FixedText text, String requestId, String key, Map<String, String> slots) {
        courier.deliver(transaction
                .execute(tx -> enqueue(text, requests.get(requestId), key, slots))
                .id());
    }

    /**
     * The same, and from the moment the text is written down the request waits for its client.
     *
     * @return false when the client has opted out, so that no answer can come
     */
    public boolean ask(FixedText text, String requestId, String key, Map<String, String> slots) {
        var message = transaction.execute(tx -> {
            var written = enqueue(text, requests.get(requestId), key, slots);
            if (written.status().open()) {
                requests.setStatus(requestId, Status.WAITING_FOR_CLIENT);
            }
            return written;
        });
        return outbox.deliver(message);
    }

    private Message enqueue(FixedText text, Request request, String key, Map<String, String> slots) {
        return enqueue(text, sender(request), request.id(), request.language(), key, slots, Carrier.PROCESS);
    }

    private Message enqueue(
            FixedText text,
            Sender sender,
            String requestId,
            String language,
            String key,
            Map<String, String> slots,
            Carrier carrier) {
        var words = FixedWords.of(text, language);
        var filled = words.filled(slots);
        var approval = approvals.fill(words.id(), words.template(), words.id() + ":" + key, requestId, filled);
        return outbox.enqueue(approval, sender.channel(), sender.address(), requestId, filled, carrier);
    }

    private Sender sender(Request request) {
        return clients.sender(request.channel(), request.address());
    }
}
