package dev.switchboard.channel;

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
    private final Workflow workflow;

    ConsentWarnings(Requests requests, Conversation conversation, Workflow workflow) {
        this.requests = requests;
        this.conversation = conversation;
        this.workflow = workflow;
    }

    public void refresh(String channel, String address) {
        for (var request : requests.open(channel, address)) {
            workflow.setVariable(request.id(), Vars.CONSENT_WARNING.name(), conversation.consentWarning(request));
        }
    }
}
