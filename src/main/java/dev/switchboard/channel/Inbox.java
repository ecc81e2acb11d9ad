package dev.switchboard.channel;

import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.crm.Clients;
import dev.switchboard.crm.Consent;
import dev.switchboard.crm.Sender;
import dev.switchboard.request.Message;
import dev.switchboard.request.Messages;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where words come in. A text is on disk when {@link #receive} returns, and only then is it acknowledged; the {@link
 * Relay} brings it to the engine afterwards.
 */
@Component
public class Inbox {

    private final Messages messages;
    private final Clients clients;
    private final FixedTexts fixedTexts;
    private final MediaFiles media;
    private final Events events;

    Inbox(Messages messages, Clients clients, FixedTexts fixedTexts, MediaFiles media, Events events) {
        this.messages = messages;
        this.clients = clients;
        this.fixedTexts = fixedTexts;
        this.media = media;
        this.events = events;
    }

    /** @return the message, or empty when the provider had delivered it before and nothing changed */
    @Transactional
    public Optional<Message> receive(Inbound text) {
        var sender = clients.sender(text.channel(), text.from());
        var keyword = Keyword.of(text.body(), text.answeredByProvider());
        var kept = messages.keepInbound(
                text.channel(),
                text.providerId(),
                text.from(),
                text.to(),
                text.body(),
                "[]",
                keyword == Keyword.NONE ? null : keyword.name());
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        var message = kept.get();
        media.note(message, text.media());
        events.append(
                Actor.client(sender.id()),
                "message_received",
                null,
                sender.clientId(),
                Map.of("message", message.id(), "channel", text.channel(), "keyword", keyword.name()));
        obey(keyword, sender, message, text.answeredByProvider() != null);
        return kept;
    }

    /** STOP and START are answered by the provider, never by us; HELP by us unless the provider did. */
    private void obey(Keyword keyword, Sender sender, Message message, boolean answered) {
        var actor = Actor.client(sender.id());
        switch (keyword) {
            case STOP -> clients.setConsent(sender, Consent.WITHDRAWN, actor, null, message.id());
            case START -> clients.setConsent(sender, Consent.GRANTED, actor, null, message.id());
            case HELP -> {
                if (!answered) {
                    fixedTexts.sendHelp(sender, message.id());
                }
            }
            case NONE -> {}
        }
    }
}
