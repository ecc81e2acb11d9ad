package dev.switchboard.channel;

import dev.switchboard.crm.Clients;
import dev.switchboard.process.Vars;
import dev.switchboard.process.Workflow;
import dev.switchboard.request.Conversation;
import dev.switchboard.request.Requests;
import org.springframework.stereotype.Component;

/** A STOP or START while tasks are open changes what their forms say about it. */
@Component
public class ConsentWarnings {

    private final Requests requests;
    private final Conversation conversation;
    private final Clients clients;
    private final Workflow workflow;

    ConsentWarnings(Requests requests, Conversation conversation, Clients clients, Workflow workflow) {
        this.requests = requests;
        this.conversation = conversation;
        this.clients = clients;
        this.workflow = workflow;
    }

    public void refresh(String channel, String address) {
        for (var request : requests.open(channel, address)) {
            workflow.setVariable(request.id(), Vars.CONSENT_WARNING.name(), conversation.consentWarning(request));
        }
        var sender = clients.sender(channel, address);
        if (sender.known()) {
            workflow.setOnboardingVariable(
                    sender.clientId(),
                    address,
                    Vars.CONSENT_WARNING.name(),
                    conversation.consentWarning(channel, address));
        }
    }
}
