package dev.switchboard.channel;

import dev.switchboard.approval.Approvals;
import dev.switchboard.crm.Client;
import dev.switchboard.crm.Client.Address;
import dev.switchboard.crm.Clients;
import dev.switchboard.crm.Consent;
import dev.switchboard.crm.PhoneNumbers;
import dev.switchboard.crm.Sender;
import dev.switchboard.process.Purpose;
import dev.switchboard.request.Message;
import dev.switchboard.request.Message.Carrier;
import dev.switchboard.request.Messages;
import dev.switchboard.request.Request;
import dev.switchboard.request.Requests;
import dev.switchboard.request.Writers;
import dev.switchboard.system.Problem;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A staff member's own words to a client: sending them is the approval. */
@Component
class StaffWords {

    private static final int LONGEST_TEXT = 1_600;

    private final Requests requests;
    private final Clients clients;
    private final PhoneNumbers numbers;
    private final Messages messages;
    private final Writers writers;
    private final Approvals approvals;
    private final Outbox outbox;

    StaffWords(
            Requests requests,
            Clients clients,
            PhoneNumbers numbers,
            Messages messages,
            Writers writers,
            Approvals approvals,
            Outbox outbox) {
        this.requests = requests;
        this.writers = writers;
        this.clients = clients;
        this.numbers = numbers;
        this.messages = messages;
        this.approvals = approvals;
        this.outbox = outbox;
    }

    /** @param key the caller's name for this text, which sends it once however often it is asked; null for a new text */
    @Transactional
    public Message send(String requestId, String words, String key, String user) {
        var request = requests.get(requestId);
        var receiver = clients.sender(request.channel(), request.address());
        return send(receiver, request.id(), request.id(), words, key, user);
    }

    /**
     * Begins a conversation, or goes on with the one the client has: a text to a number whose request listens is part of
     * that request, because the answer will be.
     *
     * @param address one of the client's numbers in any notation; null for the first
     */
    @Transactional
    public Message sendToClient(String clientId, String address, String words, String key, String user) {
        var client = clients.get(clientId);
        var receiver = clients.sender(Clients.SMS, number(client, address));
        var listening = requests.open(receiver.channel(), receiver.address()).stream()
                .filter(Request::listens)
                .max(Comparator.comparing(Request::waitsForClient).thenComparing(Request::number))
                .map(Request::id);
        return send(receiver, listening.orElse(null), listening.orElse(clientId), words, key, user);
    }

    private Message send(Sender receiver, String requestId, String subject, String words, String key, String user) {
        if (words.length() > LONGEST_TEXT) {
            throw Problem.badRequest("The message has " + words.length()
                    + " characters; a text can have at most 1,600. Nothing is cut or split: shorten it.");
        }
        var id = "staff:" + (key == null ? UUID.randomUUID() : user + ":" + receiver.address() + ":" + key);
        var before = messages.byKey(Outbox.key(id, Purpose.CLIENT_MESSAGE));
        if (before.isPresent()) {
            return same(before.get(), words, key);
        }
        if (receiver.consent() == Consent.WITHDRAWN) {
            throw Problem.conflict(receiver.displayName() + " has opted out of texts; reach them another way.");
        }
        approvals.record(id, subject, "send", Map.of(Purpose.CLIENT_MESSAGE, words), user, null);
        if (requestId != null) {
            // Sending is a decision as well, so this comes after its record
            writers.begin(requestId, user);
        }
        var approval = approvals.require(id, Purpose.CLIENT_MESSAGE, subject, words);
        return outbox.enqueue(approval, receiver.channel(), receiver.address(), requestId, words, Carrier.RELAY);
    }

    private static Message same(Message before, String words, String key) {
        if (!before.body().equals(words)) {
            throw Problem.conflict(
                    "The Idempotency-Key \"" + key + "\" was used for other words: use a new key for a new text.");
        }
        return before;
    }

    private String number(Client client, String address) {
        if (address == null || address.isBlank()) {
            return clients.firstAddress(client.id(), Clients.SMS)
                    .orElseThrow(() -> Problem.badRequest(
                            client.name() + " has no number to text; give one of its contacts a number first."));
        }
        var number = numbers.e164(address);
        if (client.contacts().stream()
                .flatMap(contact -> contact.addresses().stream())
                .map(Address::address)
                .noneMatch(number::equals)) {
            throw Problem.badRequest(number + " is no number of " + client.name() + " (" + client.id() + ").");
        }
        return number;
    }
}
