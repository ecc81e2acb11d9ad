package dev.switchboard.channel;

import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.channel.ChoiceRows.Choice;
import dev.switchboard.crm.Consent;
import dev.switchboard.crm.Sender;
import dev.switchboard.request.EarlierRequest.Kind;
import dev.switchboard.request.EarlierRequests;
import dev.switchboard.request.Message;
import dev.switchboard.request.Messages;
import dev.switchboard.request.Request;
import dev.switchboard.request.Requests;
import dev.switchboard.system.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Where two requests wait for one sender, the sender is asked, once, in a fixed text, which one a text is about. A number
 * brings the held texts there. Other words, or no answer, leave it to a person: the texts become a request in triage.
 * Every method runs in the transaction that places a text.
 */
@Component
class Choices {

    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final int MOST_OPTIONS = 9;
    private static final int LONGEST_TITLE = 40;
    private static final Pattern NUMBER = Pattern.compile(
            "(?iu)(?:option|number|no|nr|nummer|numero|número|n°|opción|opção|opcao)?[\\s.:]*[#(\\[]?\\s*(\\d{1,2})\\s*[.)\\]!]*");

    private final ChoiceRows rows;
    private final Messages messages;
    private final Requests requests;
    private final EarlierRequests earlierRequests;
    private final FixedTexts fixedTexts;
    private final BurstWindow window;
    private final Events events;
    private final Clock clock;

    Choices(
            ChoiceRows rows,
            Messages messages,
            Requests requests,
            EarlierRequests earlierRequests,
            FixedTexts fixedTexts,
            BurstWindow window,
            Events events,
            Clock clock) {
        this.rows = rows;
        this.messages = messages;
        this.requests = requests;
        this.earlierRequests = earlierRequests;
        this.fixedTexts = fixedTexts;
        this.window = window;
        this.events = events;
        this.clock = clock;
    }

    Optional<Choice> open(Sender sender) {
        return rows.open(sender.channel(), sender.address());
    }

    void ask(Message message, Sender sender, List<Request> waiting) {
        var options = waiting.subList(Math.max(0, waiting.size() - MOST_OPTIONS), waiting.size());
        var ids = options.stream().map(Request::id).toList();
        if (sender.consent() == Consent.WITHDRAWN) {
            leaveToAPerson(ids, List.of(message), sender);
            return;
        }
        rows.insert(new Choice(message.id(), sender.channel(), sender.address(), Json.write(ids), clock.instant()));
        messages.holdUnplaced(message, clock.instant().plus(PATIENCE));
        var newest = options.get(options.size() - 1);
        fixedTexts.askWhich(sender, newest.language(), message.id(), numbered(options));
        events.append(
                Actor.SYSTEM,
                "which_request_asked",
                newest.id(),
                newest.clientId(),
                Map.of("message", message.id(), "options", ids));
    }

    /** @return whether the text ends the question: it is a number of the list, or its time to wait is over */
    boolean settled(Choice choice, Message message, Sender sender) {
        var options = Json.readList(choice.options(), String.class);
        var timeIsUp = message.nextAttemptAt() != null;
        // The number may be there and come later in the sweep: after a standstill all are looked at together
        var number = (timeIsUp ? notHeld(sender).stream() : Stream.of(message))
                .filter(text -> chosen(text, options).isPresent())
                .findFirst();
        if (number.isEmpty() && !timeIsUp) {
            return false;
        }
        rows.end(choice.id(), clock.instant());
        if (number.isPresent()) {
            var chosen = chosen(number.get(), options).orElseThrow();
            belongTo(requests.get(chosen), number.get(), sender);
        } else {
            leaveToAPerson(options, held(sender), sender);
        }
        return true;
    }

    /** Words, not a number: whoever writes on is waited for as in any burst. */
    void hold(Message message) {
        messages.holdUnplaced(message, window.end(message.at(), message.at()));
    }

    private void belongTo(Request request, Message number, Sender sender) {
        var actor = Actor.client(sender.id());
        messages.setKeyword(number.id(), "CHOICE");
        messages.tie(number.id(), request.id());
        messages.handled(number.id());
        events.append(actor, "request_chosen", request.id(), request.clientId(), Map.of("message", number.id()));
        for (var text : held(sender)) {
            messages.tie(text.id(), request.id());
            events.append(actor, "message_joined", request.id(), request.clientId(), Map.of("message", text.id()));
        }
    }

    private void leaveToAPerson(List<String> options, List<Message> texts, Sender sender) {
        var request = requests.open(sender, texts.get(0).body(), Actor.client(sender.id()));
        texts.forEach(text -> messages.tie(text.id(), request.id()));
        options.forEach(option -> earlierRequests.link(request, option, Kind.CHOICE));
    }

    private List<Message> held(Sender sender) {
        return messages.unplaced(sender.channel(), sender.address()).stream()
                .filter(text -> text.nextAttemptAt() != null)
                .toList();
    }

    private List<Message> notHeld(Sender sender) {
        return messages.unplaced(sender.channel(), sender.address()).stream()
                .filter(text -> text.nextAttemptAt() == null)
                .toList();
    }

    private static Optional<String> chosen(Message message, List<String> options) {
        var body = message.body().strip();
        var number = NUMBER.matcher(body);
        if (number.matches()) {
            var n = Integer.parseInt(number.group(1));
            return n >= 1 && n <= options.size() ? Optional.of(options.get(n - 1)) : Optional.empty();
        }
        return options.stream().filter(body::equalsIgnoreCase).findFirst();
    }

    private static String numbered(List<Request> options) {
        return IntStream.range(0, options.size())
                .mapToObj(i -> (i + 1) + ") \"" + brief(options.get(i).title()) + "\"")
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
    }

    private static String brief(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE - 1))
                                .strip() + "…";
    }
}
