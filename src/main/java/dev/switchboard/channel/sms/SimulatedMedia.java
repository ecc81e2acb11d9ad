package dev.switchboard.channel.sms;

import dev.switchboard.channel.Inbound;
import dev.switchboard.channel.MediaSource;
import dev.switchboard.system.Problem;
import java.util.Base64;

/** A simulated phone's files come with its text; they wait in a {@code data:} URL (RFC 2397) as others wait at Twilio. */
class SimulatedMedia implements MediaSource {

    private static final String BASE64 = ";base64,";

    static Inbound.Media of(String contentType, String base64) {
        try {
            if (Base64.getDecoder().decode(base64).length > LARGEST) {
                throw Problem.tooLarge("A file of a text can have at most 5 MB.");
            }
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("media.base64 is not Base64 (RFC 4648, section 4).");
        }
        return new Inbound.Media("data:" + contentType + BASE64 + base64, contentType);
    }

    @Override
    public File fetch(String source) {
        var data = source.indexOf(BASE64);
        if (!source.startsWith("data:") || data < 0) {
            throw new Refused("The file does not lie on a simulated phone.");
        }
        var bytes = Base64.getDecoder().decode(source.substring(data + BASE64.length()));
        return new File(bytes, source.substring("data:".length(), data));
    }
}
