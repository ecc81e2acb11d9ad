package dev.switchboard.channel;

import dev.switchboard.crm.Clients;
import dev.switchboard.process.LongText;
import dev.switchboard.process.Vars;
import dev.switchboard.request.Conversation;
import dev.switchboard.request.EarlierRequests;
import dev.switchboard.request.Request;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a process of a request knows when it starts. */
@Component
class StartVariables {

    private final Clients clients;
    private final Conversation conversation;
    private final EarlierRequests earlierRequests;

    StartVariables(Clients clients, Conversation conversation, EarlierRequests earlierRequests) {
        this.clients = clients;
        this.conversation = conversation;
        this.earlierRequests = earlierRequests;
    }

    Map<String, Object> of(Request request) {
        var sender = clients.sender(request.channel(), request.address());
        var variables = new HashMap<String, Object>();
        variables.put(Vars.REQUEST_ID.name(), request.id());
        variables.put(Vars.TITLE.name(), request.title());
        variables.put(Vars.CLIENT_ID.name(), sender.clientId());
        variables.put(Vars.CLIENT.name(), sender.displayName());
        variables.put(Vars.KNOWN_SENDER.name(), sender.known());
        variables.put(Vars.DECISION.name(), "");
        variables.put(Vars.TRIAGE_NOTE.name(), earlierRequests.triageNote(request.id()));
        variables.put(Vars.EARLIER_REQUEST.name(), earlierRequests.candidate(request.id()));
        variables.put(Vars.CONTINUES.name(), "");
        variables.put(
                Vars.SERVICE.name(),
                sender.known() ? clients.get(sender.clientId()).firstService() : "");
        variables.put(Vars.CONSENT_WARNING.name(), conversation.consentWarning(request));
        variables.put(Vars.CONVERSATION.name(), LongText.value(conversation.variable(request.id())));
        return variables;
    }
}
