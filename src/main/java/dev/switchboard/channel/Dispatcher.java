package dev.switchboard.channel;

import dev.switchboard.request.Message;
import dev.switchboard.request.Messages;
import dev.switchboard.request.Requests;
import org.springframework.stereotype.Component;

/**
 * Takes one kept text as far as it can go now. First it is decided and written down where the text belongs ({@link
 * Placement}), then the engine is told ({@link Handover}). Every step can be repeated: a crash between two of them leaves
 * the text unhandled, and the next try finds what the earlier one did.
 */
@Component
class Dispatcher {

    private final Messages messages;
    private final Requests requests;
    private final Placement placement;
    private final Handover handover;
    private final SmallTalk smallTalk;
    private final ConsentWarnings consentWarnings;

    Dispatcher(
            Messages messages,
            Requests requests,
            Placement placement,
            Handover handover,
            SmallTalk smallTalk,
            ConsentWarnings consentWarnings) {
        this.messages = messages;
        this.requests = requests;
        this.placement = placement;
        this.handover = handover;
        this.smallTalk = smallTalk;
        this.consentWarnings = consentWarnings;
    }

    /** @return false when later texts of this sender have to wait for it */
    boolean dispatch(Message listed) {
        var message = messages.get(listed.id());
        if (message.handledAt() != null) {
            // It was taken together with an earlier one
            return true;
        }
        if (message.keyword() == null && message.requestId() == null) {
            placement.place(message);
            message = messages.get(message.id());
        }
        if (message.handledAt() != null) {
            smallTalk.show(message);
            return true;
        }
        if (Keyword.isCommand(message.keyword())) {
            consentWarnings.refresh(message.channel(), message.fromAddress());
            messages.handled(message.id());
            return true;
        }
        if (message.keyword() != null) {
            smallTalk.act(message);
            return true;
        }
        return message.requestId() == null || handover.bring(requests.get(message.requestId()));
    }
}
