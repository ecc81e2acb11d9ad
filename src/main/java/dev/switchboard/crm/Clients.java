package dev.switchboard.crm;

import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.crm.ClientRows.AddressRow;
import dev.switchboard.crm.ClientRows.ClientRow;
import dev.switchboard.crm.ClientRows.ContactRow;
import dev.switchboard.system.Json;
import dev.switchboard.system.Page;
import dev.switchboard.system.Problem;
import dev.switchboard.system.Search;
import dev.switchboard.system.Sequences;
import dev.switchboard.system.Times;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The clients and who may be reached where. A number belongs to one contact; consent belongs to the number. */
@Component
public class Clients {

    public static final String SMS = "sms";

    private static final int LONGEST_NAME = 200;

    private final ClientRows rows;
    private final Summaries summaries;
    private final Sequences sequences;
    private final PhoneNumbers numbers;
    private final OptOuts optOuts;
    private final Events events;
    private final Clock clock;

    Clients(
            ClientRows rows,
            Summaries summaries,
            Sequences sequences,
            PhoneNumbers numbers,
            OptOuts optOuts,
            Events events,
            Clock clock) {
        this.rows = rows;
        this.summaries = summaries;
        this.sequences = sequences;
        this.numbers = numbers;
        this.optOuts = optOuts;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Problem 409 naming the owner when a number is taken; 400 when it is no number */
    @Transactional
    public Client create(ClientForm form, Actor actor) {
        var id = Client.id(sequences.next("client"));
        rows.insert(id, form.name(), Json.write(form.services()), clock.instant());
        writeContacts(id, form.contacts(), actor);
        events.append(actor, "client_created", null, id, Map.of("name", form.name()));
        summaries.edit(id, form.summary(), actor);
        return get(id);
    }

    /** Replaces what the form names and leaves the rest; consent changes only where the form states one. */
    @Transactional
    public Client change(String id, ClientPatch patch, Actor actor) {
        var before = row(id);
        rows.update(
                id,
                patch.name() == null ? before.name() : patch.name(),
                patch.services() == null ? before.services() : Json.write(patch.services()));
        if (patch.contacts() != null) {
            rows.releaseAddresses(id);
            rows.deleteContacts(id);
            writeContacts(id, patch.contacts(), actor);
        }
        events.append(actor, "client_changed", null, id, Map.of("fields", patch.fields()));
        if (patch.summary() != null) {
            summaries.edit(id, patch.summary(), actor);
        }
        return get(id);
    }

    /**
     * Adds services and contacts to the client of that name, or makes one. A contact that is there gets a role where it
     * has none; an address that the same contact has already only takes over the consent.
     */
    @Transactional
    public Client merge(String name, List<Service> services, List<ClientForm.ContactForm> contacts, Actor actor) {
        var existing = rows.byName(name);
        if (existing == null) {
            return create(new ClientForm(name, services, contacts, null), actor);
        }
        var all = new LinkedHashSet<>(Json.readList(existing.services(), Service.class));
        all.addAll(services);
        rows.update(existing.id(), existing.name(), Json.write(all));
        for (var contact : contacts) {
            mergeContact(existing.id(), contact, actor);
        }
        events.append(actor, "client_changed", null, existing.id(), Map.of("fields", List.of("services", "contacts")));
        return get(existing.id());
    }

    private void mergeContact(String clientId, ClientForm.ContactForm contact, Actor actor) {
        var same = rows.contacts(clientId).stream()
                .filter(row -> row.name().equalsIgnoreCase(contact.name()))
                .findFirst();
        if (same.isEmpty()) {
            writeContacts(clientId, List.of(contact), actor);
            return;
        }
        rows.completeRole(same.get().id(), contact.role());
        for (var address : contact.addresses()) {
            writeAddress(same.get().id(), address, actor);
        }
    }

    public Client get(String id) {
        return view(row(id));
    }

    public Page<Client> page(String q, Integer limit, String cursor) {
        var size = Page.limit(limit);
        var found = rows.page(Search.pattern(q), Page.cursor(cursor, 0), size + 1);
        return Page.of(found, size, this::view, ClientRow::number);
    }

    /** Who stands behind an address; one never seen before is remembered, so that a stranger can opt out too. */
    @Transactional
    public Sender sender(String channel, String address) {
        if (Sender.ERASED.equals(address)) {
            return Sender.erased(channel);
        }
        var seenBefore = rows.sender(channel, address);
        if (seenBefore != null) {
            return seenBefore;
        }
        var optedOut = optOuts.remembers(channel, address);
        rows.remember(
                "A-" + sequences.next("address"),
                channel,
                address,
                optedOut ? Consent.WITHDRAWN : Consent.UNKNOWN,
                optedOut ? clock.instant() : null);
        return rows.sender(channel, address);
    }

    /** How staff read who a client is, erased ones included. */
    public String name(String id) {
        return rows.name(id);
    }

    public Optional<String> firstAddress(String clientId, String channel) {
        return Optional.ofNullable(rows.firstAddress(clientId, channel));
    }

    /** A new client for a number that is nobody's yet, with one contact; a name that is taken is refused. */
    @Transactional
    public Client createFor(String number, String name, String contact, Actor actor) {
        var same = rows.byName(name);
        if (same != null) {
            throw Problem.conflict(
                    "There is a client " + same.name() + " already (" + same.id() + "): enter that id instead.");
        }
        if (name.length() > LONGEST_NAME || contact.length() > LONGEST_NAME) {
            throw Problem.badRequest("A name has at most " + LONGEST_NAME + " characters: shorten it.");
        }
        var address = new ClientForm.AddressForm(SMS, number, null);
        return create(
                new ClientForm(name, null, List.of(new ClientForm.ContactForm(contact, "", List.of(address))), null),
                actor);
    }

    /** Ties an unknown address to a client as a contact of its own. */
    @Transactional
    public void addAddress(String clientId, String channel, String address, Actor actor) {
        var client = row(clientId);
        writeContacts(
                client.id(),
                List.of(new ClientForm.ContactForm(
                        address, "", List.of(new ClientForm.AddressForm(channel, address, null)))),
                actor);
        events.append(actor, "address_added", null, clientId, Map.of("channel", channel, "address", address));
    }

    /** Records a change of consent; the same consent again is no change. */
    @Transactional
    public void setConsent(Sender sender, Consent consent, Actor actor, String requestId, String why) {
        if (rows.setConsent(sender.channel(), sender.address(), consent, clock.instant()) == 1) {
            events.append(
                    actor,
                    "consent_" + consent.text(),
                    requestId,
                    sender.clientId(),
                    Map.of("channel", sender.channel(), "address", sender.address(), "why", why));
        }
    }

    private void writeContacts(String clientId, List<ClientForm.ContactForm> contacts, Actor actor) {
        for (var contact : contacts) {
            var contactId = "P-" + sequences.next("contact");
            rows.insertContact(new ContactRow(contactId, clientId, contact.name(), contact.role()));
            for (var address : contact.addresses()) {
                writeAddress(contactId, address, actor);
            }
        }
    }

    private void writeAddress(String contactId, ClientForm.AddressForm address, Actor actor) {
        var number = numbers.e164(address.address());
        var owner = sender(address.channel(), number);
        if (owner.known() && !contactId.equals(rows.contactOf(address.channel(), number))) {
            throw Problem.conflict(number + " belongs to " + owner.contactName() + " at " + owner.clientName() + " ("
                    + owner.clientId() + ").");
        }
        rows.claim(address.channel(), number, contactId);
        if (address.consent() != null) {
            setConsent(rows.sender(address.channel(), number), address.consent(), actor, null, "entered by staff");
        }
    }

    private ClientRow row(String id) {
        var row = rows.find(id);
        if (row == null) {
            var erasedAt = rows.erasedAt(id);
            throw Problem.notFound(
                    erasedAt == null
                            ? "There is no client " + id + "."
                            : id + " was erased at " + Times.text(erasedAt) + "; nothing is held of this client.");
        }
        return row;
    }

    private Client view(ClientRow row) {
        var contacts = rows.contacts(row.id()).stream()
                .map(contact -> new Client.Contact(contact.name(), contact.role(), addresses(contact.id())))
                .toList();
        return new Client(
                row.id(), row.name(), Json.readList(row.services(), Service.class), contacts, Summaries.text(row));
    }

    private List<Client.Address> addresses(String contactId) {
        return rows.addresses(contactId).stream()
                .map((AddressRow row) -> new Client.Address(row.channel(), row.address(), row.consent()))
                .toList();
    }
}
