package dev.switchboard.channel.sms;

import com.twilio.security.RequestValidator;
import dev.switchboard.system.Problem;
import dev.switchboard.system.SwitchboardProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Reads a webhook's form and checks its signature with Twilio's own validator (Twilio, "Validating signatures from
 * Twilio"). The signed URL is made from {@code SWITCHBOARD_PUBLIC_URL}: request headers could be anyone's.
 */
@Component
class SignedForm {

    /** Far above what Twilio sends (a body of 1,600 characters and ten media URLs). */
    private static final int LARGEST_BODY = 256 * 1024;

    private final TwilioProperties twilio;
    private final String publicUrl;

    SignedForm(TwilioProperties twilio, SwitchboardProperties properties) {
        this.twilio = twilio;
        this.publicUrl = properties.publicUrl();
    }

    /** @return the fields, or empty when the signature is not Twilio's */
    Optional<Map<String, String>> read(HttpServletRequest request) throws IOException {
        if (!twilio.configured()) {
            throw Problem.unavailable("No Twilio account is configured: set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN,"
                    + " or use the simulated phone at POST /api/simulator/messages.");
        }
        // The raw body: the container's parameters would mix in those of the query
        var body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw Problem.tooLarge("The body has more than " + LARGEST_BODY + " bytes; no text message is that long.");
        }
        var query = request.getQueryString();
        var url = publicUrl + request.getRequestURI() + (query == null ? "" : "?" + query);
        var fields = fields(new String(body, StandardCharsets.UTF_8));
        var signature = request.getHeader("X-Twilio-Signature");
        var valid = signature != null && new RequestValidator(twilio.authToken()).validate(url, fields, signature);
        return valid ? Optional.of(fields) : Optional.empty();
    }

    private static Map<String, String> fields(String body) {
        var fields = new HashMap<String, String>();
        for (var pair : body.split("&")) {
            if (!pair.isEmpty()) {
                var separator = pair.indexOf('=');
                var name = separator < 0 ? pair : pair.substring(0, separator);
                var value = separator < 0 ? "" : pair.substring(separator + 1);
                fields.put(decode(name), decode(value));
            }
        }
        return fields;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("The body is not form-encoded: \"%\" is not followed by two hexadecimal digits.");
        }
    }
}
