package dev.switchboard.request;

import dev.switchboard.audit.Actor;
import dev.switchboard.crm.Clients;
import dev.switchboard.system.Problem;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests that staff write down for a client. Always a new request, and what staff say of it wins at once. */
@Component
class ManualRequests {

    /** How the ids of such messages begin. */
    static final String PROVIDER_ID = "manual:";

    private final Clients clients;
    private final Messages messages;
    private final Requests requests;

    ManualRequests(Clients clients, Messages messages, Requests requests) {
        this.clients = clients;
        this.messages = messages;
        this.requests = requests;
    }

    /** @param type and {@code urgency}: null leaves them to the classifiers */
    record Form(
            @NotBlank String clientId,
            @NotBlank @Size(max = 10_000) String body,
            RequestType type,
            Urgency urgency) {}

    @Transactional
    public Request open(Form form, String user) {
        var client = clients.get(form.clientId());
        var address = clients.firstAddress(client.id(), Clients.SMS)
                .orElseThrow(() -> Problem.badRequest(
                        client.name() + " has no number to answer to; give one of its contacts a number first."));
        var sender = clients.sender(Clients.SMS, address);
        var message = messages.keepInbound(
                        Clients.SMS, PROVIDER_ID + UUID.randomUUID(), address, "", form.body(), "[]", null)
                .orElseThrow();
        var request = requests.open(sender, form.body(), Actor.staff(user));
        messages.tie(message.id(), request.id());
        if (form.type() != null) {
            requests.overrideType(request.id(), form.type(), user);
        }
        if (form.urgency() != null) {
            requests.overrideUrgency(request.id(), form.urgency(), null, user);
        }
        return requests.get(request.id());
    }
}
