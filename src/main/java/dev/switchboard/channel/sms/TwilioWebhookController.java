package dev.switchboard.channel.sms;

import dev.switchboard.channel.Inbound;
import dev.switchboard.channel.Inbox;
import dev.switchboard.crm.Clients;
import dev.switchboard.system.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where Twilio brings texts and their delivery states. The answer is sent once the text is on disk. */
@Hidden
@RestController
class TwilioWebhookController {

    private static final String NO_ANSWER = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";
    private static final int MOST_MEDIA = 10;

    private final SignedForm form;
    private final Inbox inbox;
    private final DeliveryStates states;

    TwilioWebhookController(SignedForm form, Inbox inbox, DeliveryStates states) {
        this.form = form;
        this.inbox = inbox;
        this.states = states;
    }

    @PostMapping("/webhooks/twilio/messages")
    ResponseEntity<?> message(HttpServletRequest request) throws IOException {
        var read = form.read(request);
        if (read.isEmpty()) {
            return forbidden();
        }
        var fields = read.get();
        inbox.receive(new Inbound(
                Clients.SMS,
                required(fields, "MessageSid"),
                required(fields, "From"),
                Optional.ofNullable(fields.get("To")).orElse(fields.getOrDefault("MessagingServiceSid", "")),
                fields.getOrDefault("Body", ""),
                media(fields),
                fields.get("OptOutType")));
        return ResponseEntity.ok().contentType(MediaType.TEXT_XML).body(NO_ANSWER);
    }

    @PostMapping("/webhooks/twilio/status")
    ResponseEntity<?> status(HttpServletRequest request) throws IOException {
        var read = form.read(request);
        if (read.isEmpty()) {
            return forbidden();
        }
        var fields = read.get();
        states.advance(required(fields, "MessageSid"), required(fields, "MessageStatus"), fields.get("ErrorCode"));
        return ResponseEntity.ok().contentType(MediaType.TEXT_XML).body(NO_ANSWER);
    }

    private static ResponseEntity<?> forbidden() {
        return Problem.response(
                HttpStatus.FORBIDDEN,
                "The signature is not Twilio's for this URL. Check TWILIO_AUTH_TOKEN and SWITCHBOARD_PUBLIC_URL.");
    }

    private static String required(Map<String, String> fields, String name) {
        var value = fields.get(name);
        if (value == null || value.isBlank()) {
            throw Problem.badRequest("The field " + name + " is missing.");
        }
        return value;
    }

    /** By the fields themselves: a wrong NumMedia would be no reason to lose a text. */
    private static List<Inbound.Media> media(Map<String, String> fields) {
        return IntStream.range(0, MOST_MEDIA)
                .filter(i -> fields.containsKey("MediaUrl" + i))
                .mapToObj(i ->
                        new Inbound.Media(fields.get("MediaUrl" + i), fields.getOrDefault("MediaContentType" + i, "")))
                .toList();
    }
}
