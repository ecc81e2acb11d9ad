package dev.switchboard.channel;

import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.crm.Clients;
import dev.switchboard.process.LongText;
import dev.switchboard.process.Vars;
import dev.switchboard.process.Workflow;
import dev.switchboard.request.Conversation;
import dev.switchboard.request.Message;
import dev.switchboard.request.Messages;
import dev.switchboard.request.Request;
import dev.switchboard.request.Requests;
import dev.switchboard.request.Status;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides where one text belongs and tells the engine. Every step can be repeated: a crash between two of them leaves
 * the text unhandled, and the next try finds what the earlier one did.
 */
@Component
class Dispatcher {

    private final Messages messages;
    private final Requests requests;
    private final Conversation conversation;
    private final Clients clients;
    private final ConsentWarnings consentWarnings;
    private final Workflow workflow;
    private final Events events;
    private final TransactionTemplate transaction;

    Dispatcher(
            Messages messages,
            Requests requests,
            Conversation conversation,
            Clients clients,
            ConsentWarnings consentWarnings,
            Workflow workflow,
            Events events,
            TransactionTemplate transaction) {
        this.messages = messages;
        this.requests = requests;
        this.conversation = conversation;
        this.clients = clients;
        this.consentWarnings = consentWarnings;
        this.workflow = workflow;
        this.events = events;
        this.transaction = transaction;
    }

    /** @return false when the text has to wait: its request was asked something and does not listen yet */
    boolean dispatch(Message message) {
        if (message.keyword() != null) {
            consentWarnings.refresh(message.channel(), message.fromAddress());
            messages.handled(message.id());
            return true;
        }
        var request = transaction.execute(tx -> tie(message));
        if (opens(message, request)) {
            workflow.start(request.id(), startVariables(request));
        } else if (!request.closed()) {
            workflow.setLongText(request.id(), Vars.CONVERSATION, conversation.variable(request.id()));
            if (workflow.offerReply(request.id(), message.id())) {
                requests.setStatus(request.id(), Status.IN_PROGRESS);
            } else if (request.status() == Status.WAITING_FOR_CLIENT) {
                return false;
            }
        }
        messages.handled(message.id());
        return true;
    }

    private Request tie(Message message) {
        if (message.requestId() != null) {
            return requests.get(message.requestId());
        }
        var sender = clients.sender(message.channel(), message.fromAddress());
        var listening = requests.listeningTo(sender);
        var actor = Actor.client(sender.id());
        var request = listening.orElseGet(() -> requests.open(sender, message.body(), actor));
        messages.tie(message.id(), request.id());
        if (listening.isPresent()) {
            events.append(actor, "message_joined", request.id(), request.clientId(), Map.of("message", message.id()));
        }
        return request;
    }

    private boolean opens(Message message, Request request) {
        return messages.conversation(request.id()).get(0).id().equals(message.id());
    }

    private Map<String, Object> startVariables(Request request) {
        var sender = clients.sender(request.channel(), request.address());
        var variables = new HashMap<String, Object>();
        variables.put(Vars.REQUEST_ID.name(), request.id());
        variables.put(Vars.TITLE.name(), request.title());
        variables.put(Vars.CLIENT_ID.name(), sender.clientId());
        variables.put(Vars.CLIENT.name(), sender.displayName());
        variables.put(Vars.KNOWN_SENDER.name(), sender.known());
        variables.put(Vars.DECISION.name(), "");
        variables.put(
                Vars.SERVICE.name(),
                sender.known() ? clients.get(sender.clientId()).firstService() : "");
        variables.put(Vars.CONSENT_WARNING.name(), conversation.consentWarning(request));
        variables.put(Vars.CONVERSATION.name(), LongText.value(conversation.variable(request.id())));
        return variables;
    }
}
