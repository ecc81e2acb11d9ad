package dev.switchboard.channel;

import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.crm.Clients;
import dev.switchboard.process.Vars;
import dev.switchboard.process.Workflow;
import dev.switchboard.request.Conversation;
import dev.switchboard.request.Message;
import dev.switchboard.request.Messages;
import dev.switchboard.request.Request;
import dev.switchboard.request.Requests;
import dev.switchboard.request.Status;
import dev.switchboard.request.Withdrawals;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Texts that say one small thing: thanks open nothing and are kept; "any news?" is answered from where the requests
 * stand; "never mind" withdraws a request where only one can be meant. Whatever is not that clear is words like any other.
 */
@Component
class SmallTalk {

    private final Messages messages;
    private final Clients clients;
    private final Requests requests;
    private final Conversation conversation;
    private final Withdrawals withdrawals;
    private final StartVariables startVariables;
    private final Workflow workflow;
    private final Events events;

    SmallTalk(
            Messages messages,
            Clients clients,
            Requests requests,
            Conversation conversation,
            Withdrawals withdrawals,
            StartVariables startVariables,
            Workflow workflow,
            Events events) {
        this.messages = messages;
        this.clients = clients;
        this.requests = requests;
        this.conversation = conversation;
        this.withdrawals = withdrawals;
        this.startVariables = startVariables;
        this.workflow = workflow;
        this.events = events;
    }

    static WholeText meaning(Message message) {
        return "[]".equals(message.media()) ? WholeText.of(message.body()) : WholeText.WORDS;
    }

    /** @return whether the text is dealt with, or will be by {@link #act} */
    boolean takes(Message message, Placement.Around around) {
        return switch (meaning(message)) {
            case THANKS -> keep(message, WholeText.THANKS, around);
            case AGREEMENT -> around.waiting().isEmpty() && keep(message, WholeText.THANKS, around);
            case STATUS -> note(message, WholeText.STATUS, "status_asked", readByNow(around.open()));
            case WITHDRAWAL -> withdraws(message, around);
            case WORDS -> false;
        };
    }

    private boolean withdraws(Message message, Placement.Around around) {
        if (around.open().isEmpty()) {
            return keep(message, WholeText.WITHDRAWAL, around);
        }
        // With two open nobody knows which; with an open issue work is under way that a person has to stop
        return around.open().size() == 1 && note(message, WholeText.WITHDRAWAL, "withdrawal_asked", around.listening());
    }

    private boolean keep(Message message, WholeText meaning, Placement.Around around) {
        messages.setKeyword(message.id(), meaning.name());
        messages.handled(message.id());
        var request = around.open().isEmpty() ? around.lastClosed().orElse(null) : newest(around.open());
        if (request != null) {
            messages.tie(message.id(), request.id());
            append("message_appended", message, request);
        }
        return true;
    }

    private boolean note(Message message, WholeText meaning, String event, List<Request> candidates) {
        if (candidates.isEmpty()) {
            return false;
        }
        messages.setKeyword(message.id(), meaning.name());
        messages.tie(message.id(), newest(candidates).id());
        append(event, message, newest(candidates));
        return true;
    }

    /** Does what a noted text asks for, once, however often it is tried. */
    void act(Message message) {
        var request = requests.get(message.requestId());
        if (WholeText.STATUS.name().equals(message.keyword())) {
            workflow.startStatusInquiry(request.id(), message.id(), startVariables.of(request));
        } else if (!request.closed()) {
            withdrawals.withdraw(request.id(), "", "");
        }
        messages.handled(message.id());
    }

    /** What was kept is seen in the conversation. */
    void show(Message message) {
        if (message.requestId() != null) {
            workflow.setLongText(message.requestId(), Vars.CONVERSATION, conversation.variable(message.requestId()));
        }
    }

    private void append(String event, Message message, Request request) {
        events.append(
                Actor.client(
                        clients.sender(message.channel(), message.fromAddress()).id()),
                event,
                request.id(),
                request.clientId(),
                Map.of("message", message.id()));
    }

    /** Who asks within seconds of a wish does not ask for its status. */
    private static List<Request> readByNow(List<Request> open) {
        return open.stream().filter(request -> request.status() != Status.NEW).toList();
    }

    private static Request newest(List<Request> requests) {
        return requests.get(requests.size() - 1);
    }
}
