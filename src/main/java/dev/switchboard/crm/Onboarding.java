package dev.switchboard.crm;

import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.crm.ClientForm.AddressForm;
import dev.switchboard.crm.ClientForm.ContactForm;
import dev.switchboard.system.Problem;
import java.util.List;
import java.util.Map;
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
     * @param phone in any notation
     * @param consentProof how and when the contact agreed to texts
     */
    record Entry(
            String clientName,
            String contactName,
            String contactRole,
            String phone,
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
        var number = numbers.e164(entry.phone());
        var contact = new ContactForm(
                entry.contactName(), entry.contactRole(), List.of(new AddressForm(Clients.SMS, number, null)));
        clients.merge(entry.clientName(), entry.services(), List.of(contact), actor);
        var receiver = clients.sender(Clients.SMS, number);
        if (!entry.consentProof().isEmpty()) {
            consent(receiver, entry.consentProof(), actor);
        }
        return receiver;
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
