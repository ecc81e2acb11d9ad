package dev.switchboard.channel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.request.Message;
import dev.switchboard.system.Json;
import java.time.Instant;
import java.util.List;

/** A text as the outside sees it. */
record MessageView(
        String id,
        Message.Direction direction,
        String channel,
        String from,
        String to,
        String body,
        List<JsonNode> media,
        Message.Delivery status,
        String errorCode,
        Integer segments,
        String encoding,
        String providerId,
        String approvedBy,
        String draftedBy,
        Instant at) {

    static MessageView of(Message message) {
        return new MessageView(
                message.id(),
                message.direction(),
                message.channel(),
                message.fromAddress(),
                message.toAddress(),
                message.body(),
                Json.readList(message.media(), JsonNode.class),
                message.status(),
                message.errorCode(),
                message.segments(),
                message.encoding(),
                message.providerId(),
                message.approvedBy(),
                message.draftedBy(),
                message.at());
    }
}
