package dev.switchboard.crm;

import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.crm.ClientForm.AddressForm;
import dev.switchboard.crm.ClientForm.ContactForm;
import dev.switchboard.system.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the client that a person onboards, or completes the one of that name; the same again adds nothing. */
@Component
class Onboarding {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_PROOF = 1_000;

    private final Clients clients;
    private final PhoneNumbers numbers;
    private final Events events;

    Onboarding(Clients clients, PhoneNumbers numbers, Events events) {
        this.clients = clients;
        this.numbers = numbers;
        this.events = events;
    }

    /**
     * What the person entered, without blanks around it; empty where nothing was.
     *
     * @param phone in any notation; the welcome goes there
     * @param otherPhones further numbers of the same contact
     * @param otherContacts a line each: name, role, number; the role may be left out
     * @param channels by which we write; none means texts
     * @param consentProof how and when the contact agreed to texts, at all of that contact's numbers
     */
    record Entry(
            String clientName,
            String contactName,
            String contactRole,
            String phone,
            List<String> otherPhones,
            List<String> otherContacts,
            List<String> channels,
            List<Service> services,
            String consentProof) {}

    /**
     * All of it or nothing.
     *
     * @return who stands behind the number from now on
     * @throws Problem with a sentence for the person: a name is missing, the number is none or belongs to somebody else
     */
    @Transactional
    public Sender take(Entry entry, Actor actor) {
        require("the name of the client", entry.clientName(), LONGEST_NAME);
        require("the name of the contact", entry.contactName(), LONGEST_NAME);
        require("a telephone number", entry.phone(), LONGEST_NUMBER);
        limit("the role", entry.contactRole(), LONGEST_NAME);
        limit("how consent was given", entry.consentProof(), LONGEST_PROOF);
        entry.channels().stream()
                .filter(channel -> !channel.equals(Clients.SMS))
                .findFirst()
                .ifPresent(channel -> {
                    throw Problem.badRequest("\"" + channel + "\" is no channel; the channel is sms.");
                });
        var own = Stream.concat(Stream.of(entry.phone()), entry.otherPhones().stream())
                .map(this::number)
                .distinct()
                .toList();
        var contacts = new ArrayList<ContactForm>();
        contacts.add(contact(entry.contactName(), entry.contactRole(), own));
        entry.otherContacts().forEach(line -> contacts.add(otherContact(line)));
        clients.merge(entry.clientName(), entry.services(), contacts, actor);
        if (!entry.consentProof().isEmpty()) {
            own.forEach(number -> consent(clients.sender(Clients.SMS, number), entry.consentProof(), actor));
        }
        return clients.sender(Clients.SMS, own.get(0));
    }

    private ContactForm otherContact(String line) {
        var parts = Arrays.stream(line.split("[,;]")).map(String::strip).toList();
        var least = 2;
        if (parts.size() < least || parts.size() > least + 1 || parts.get(0).isEmpty()) {
            throw Problem.badRequest(
                    "Write a further contact as name, role, number, and each on a line of its own; not \"" + line
                            + "\".");
        }
        limit("the name of a further contact", parts.get(0), LONGEST_NAME);
        var role = parts.size() == least ? "" : parts.get(1);
        limit("the role of a further contact", role, LONGEST_NAME);
        return contact(parts.get(0), role, List.of(number(parts.get(parts.size() - 1))));
    }

    private static ContactForm contact(String name, String role, List<String> numbers) {
        return new ContactForm(
                name,
                role,
                numbers.stream()
                        .map(number -> new AddressForm(Clients.SMS, number, null))
                        .toList());
    }

    private String number(String typed) {
        limit("a number", typed, LONGEST_NUMBER);
        return numbers.e164(typed);
    }

    /** Who texted STOP gets texts again by texting START, not by what somebody else enters. */
    private void consent(Sender receiver, String proof, Actor actor) {
        if (receiver.consent() == Consent.WITHDRAWN) {
            events.append(
                    actor,
                    "consent_stays_withdrawn",
                    null,
                    receiver.clientId(),
                    Map.of("channel", receiver.channel(), "address", receiver.address(), "why", proof));
        } else {
            clients.setConsent(receiver, Consent.GRANTED, actor, null, proof);
        }
    }

    private static void require(String what, String text, int longest) {
        if (text.isEmpty()) {
            throw Problem.badRequest("Enter " + what + ".");
        }
        limit(what, text, longest);
    }

    private static void limit(String what, String text, int longest) {
        if (text.length() > longest) {
            throw Problem.badRequest(
                    "Shorten " + what + ": it has " + text.length() + " characters, at most " + longest + " are kept.");
        }
    }
}
