package dev.switchboard.request;

import dev.switchboard.crm.Clients;
import dev.switchboard.crm.Consent;
import dev.switchboard.request.Message.Direction;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The conversation as a reviewer reads it beside the draft: plain text, nothing rendered, newest last. */
@Component
public class Conversation {

    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    /** Whoever has the link reads the page; forms and the engine's history need to know no more than that it was sent. */
    private static final Pattern SHARE_LINK = Pattern.compile("(/shared/)[\\w-]+");

    private final Messages messages;
    private final EarlierRequestRows earlierRequests;
    private final Clients clients;

    Conversation(Messages messages, EarlierRequestRows earlierRequests, Clients clients) {
        this.messages = messages;
        this.earlierRequests = earlierRequests;
        this.clients = clients;
    }

    /** What the client wants, in the client's own texts, oldest first; thanks and the like are no part of it. */
    public List<Message> clientWords(String requestId) {
        return all(requestId)
                .filter(message -> message.direction() == Direction.INBOUND && message.keyword() == null)
                .toList();
    }

    /** What a form shows before anyone writes words that cannot be sent; empty otherwise. No names: forms render it. */
    public String consentWarning(Request request) {
        return consentWarning(request.channel(), request.address());
    }

    public String consentWarning(String channel, String address) {
        var receiver = clients.sender(channel, address);
        return receiver.consent() == Consent.WITHDRAWN
                ? "This client has opted out of texts: nothing you approve here will be sent."
                : "";
    }

    /** As a form's JSON variable, whose member {@code text} is the conversation. */
    public Map<String, String> variable(String requestId) {
        return Map.of("text", text(requestId));
    }

    public String text(String requestId) {
        return all(requestId).map(this::line).collect(Collectors.joining("\n\n"));
    }

    /** A request that goes on with an earlier one begins with what was said there. */
    private Stream<Message> all(String requestId) {
        var earlier = earlierRequests.continuedBy(requestId);
        var own = messages.conversation(requestId).stream();
        return earlier == null ? own : Stream.concat(all(earlier), own);
    }

    /** One text with who wrote it and when. */
    public String line(Message message) {
        var who = message.direction() == Direction.INBOUND
                ? clients.sender(message.channel(), message.fromAddress()).displayName()
                : "We (approved by " + message.approvedBy() + ")";
        var words = message.body().isBlank() ? "(no words" + pictures(message) + ")" : withoutLinks(message.body());
        return who + " · " + TIME.format(message.at()) + " · " + message.id() + "\n" + words;
    }

    private static String withoutLinks(String words) {
        return SHARE_LINK.matcher(words).replaceAll("$1…");
    }

    private static String pictures(Message message) {
        return "[]".equals(message.media()) ? "" : ", with media";
    }
}
