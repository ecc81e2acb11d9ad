package dev.switchboard.channel;

import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.crm.Clients;
import dev.switchboard.crm.Sender;
import dev.switchboard.request.EarlierRequest.Kind;
import dev.switchboard.request.EarlierRequests;
import dev.switchboard.request.Message;
import dev.switchboard.request.Messages;
import dev.switchboard.request.Request;
import dev.switchboard.request.Requests;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides to which request a text belongs and writes it down; the engine is not asked and not told. */
@Component
class Placement {

    private static final Pattern REQUEST_ID = Pattern.compile("\\bR-\\d+\\b", Pattern.CASE_INSENSITIVE);

    private final Messages messages;
    private final Requests requests;
    private final EarlierRequests earlierRequests;
    private final Clients clients;
    private final SmallTalk smallTalk;
    private final Choices choices;
    private final Events events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration reopenWithin;

    Placement(
            Messages messages,
            Requests requests,
            EarlierRequests earlierRequests,
            Clients clients,
            SmallTalk smallTalk,
            Choices choices,
            Events events,
            TransactionTemplate transaction,
            Clock clock,
            IntakeProperties properties) {
        this.messages = messages;
        this.requests = requests;
        this.earlierRequests = earlierRequests;
        this.clients = clients;
        this.smallTalk = smallTalk;
        this.choices = choices;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
        this.reopenWithin = properties.reopen();
    }

    /** What is open at the sender's number, and what was closed there last. */
    record Around(List<Request> open, Optional<Request> lastClosed) {

        List<Request> listening() {
            return open.stream().filter(Request::listens).toList();
        }

        List<Request> waiting() {
            return open.stream().filter(Request::waitsForClient).toList();
        }
    }

    void place(Message message) {
        transaction.executeWithoutResult(tx -> {
            var sender = clients.sender(message.channel(), message.fromAddress());
            var around = new Around(
                    requests.open(sender.channel(), sender.address()),
                    requests.lastClosed(
                            sender.channel(), sender.address(), clock.instant().minus(reopenWithin)));
            var asked = choices.open(sender);
            if (asked.isPresent() && choices.settled(asked.get(), message, sender)
                    || smallTalk.takes(message, around)) {
                return;
            }
            if (asked.isPresent()) {
                choices.hold(message);
            } else {
                belongs(message, sender, around);
            }
        });
    }

    private void belongs(Message message, Sender sender, Around around) {
        var listening = around.listening();
        var named = listening.stream()
                .filter(request -> REQUEST_ID.matcher(message.body()).results().anyMatch(id -> id.group()
                        .equalsIgnoreCase(request.id())))
                .findFirst();
        if (named.isPresent()) {
            join(message, named.get());
        } else if (around.waiting().size() > 1) {
            choices.ask(message, sender, around.waiting());
        } else if (!around.waiting().isEmpty()) {
            join(message, around.waiting().get(0));
        } else if (!listening.isEmpty()) {
            join(message, listening.get(listening.size() - 1));
        } else {
            open(message, sender, around);
        }
    }

    private void join(Message message, Request request) {
        messages.tie(message.id(), request.id());
        events.append(
                Actor.client(
                        clients.sender(message.channel(), message.fromAddress()).id()),
                "message_joined",
                request.id(),
                request.clientId(),
                Map.of("message", message.id()));
    }

    private void open(Message message, Sender sender, Around around) {
        var request = requests.open(sender, message.body(), Actor.client(sender.id()));
        messages.tie(message.id(), request.id());
        if (!around.open().isEmpty() && SmallTalk.meaning(message) == WholeText.WITHDRAWAL) {
            around.open().forEach(filed -> earlierRequests.link(request, filed.id(), Kind.WITHDRAWAL));
        } else {
            around.lastClosed().ifPresent(last -> earlierRequests.link(request, last.id(), Kind.PREVIOUS));
        }
    }
}
