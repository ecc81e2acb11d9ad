package dev.switchboard.channel;

import java.util.List;

/**
 * A text as a channel hands it over.
 *
 * @param channel such as {@code sms}
 * @param providerId the provider's id of this message; the same id again is the same message
 * @param from the sender's address, a number in E.164 where it is one
 * @param to our address
 * @param body the words; empty when only pictures came
 * @param media files that came with it, still lying with the provider
 * @param answeredByProvider the provider's own keyword answer ({@code STOP}, {@code START}, {@code HELP}), or null
 */
public record Inbound(
        String channel,
        String providerId,
        String from,
        String to,
        String body,
        List<Media> media,
        String answeredByProvider) {

    /** @param url where the provider keeps the file */
    public record Media(String url, String contentType) {}

    public Inbound {
        from = storable(from);
        body = storable(body);
    }

    /** No database keeps a NUL in a text, and a text with one would be refused for ever. */
    private static String storable(String text) {
        return text.replace('\u0000', '\ufffd');
    }
}
