package dev.switchboard.channel.sms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.channel.Inbound;
import dev.switchboard.channel.Inbox;
import dev.switchboard.crm.Clients;
import dev.switchboard.crm.PhoneNumbers;
import dev.switchboard.request.Message;
import dev.switchboard.request.Messages;
import dev.switchboard.system.Json;
import dev.switchboard.system.Page;
import dev.switchboard.system.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A client's phone for a machine without a Twilio account, through the same code behind the webhook. */
@RestController
@RequestMapping("/api/simulator")
class SimulatorController {

    private final TwilioProperties twilio;
    private final Inbox inbox;
    private final PhoneNumbers numbers;
    private final SimulatedPhone.Texts texts;
    private final Messages messages;

    SimulatorController(
            TwilioProperties twilio, Inbox inbox, PhoneNumbers numbers, SimulatedPhone.Texts texts, Messages messages) {
        this.twilio = twilio;
        this.inbox = inbox;
        this.numbers = numbers;
        this.texts = texts;
        this.messages = messages;
    }

    /** @param from any notation of a number; {@code body} as the client types it, which pictures may come without */
    record TextForm(
            @NotBlank @Size(max = 40) String from,
            @Size(max = 1600) String body,
            @Size(max = 10) List<@Valid @NotNull MediaForm> media) {

        TextForm {
            media = media == null ? List.of() : media;
            if (body == null && media.isEmpty()) {
                throw Problem.badRequest("A text has a body, or media, or both.");
            }
            body = body == null ? "" : body;
        }
    }

    record MediaForm(
            @NotBlank @Size(max = 100) @Pattern(regexp = "[^;,\\s]+")
            String contentType,

            @NotNull String base64) {}

    record Sent(String id, String providerId) {}

    @PostMapping("/messages")
    @ResponseStatus(HttpStatus.CREATED)
    Sent send(@Valid @RequestBody TextForm form) {
        onlySimulated();
        var sid = SimulatedPhone.newSid();
        var message = inbox.receive(new Inbound(
                        Clients.SMS,
                        sid,
                        numbers.e164(form.from()),
                        SimulatedPhone.NUMBER,
                        form.body(),
                        form.media().stream()
                                .map(file -> SimulatedMedia.of(file.contentType(), file.base64()))
                                .toList(),
                        null))
                .orElseThrow(() -> new IllegalStateException("a fresh id was known already"));
        return new Sent(message.id(), sid);
    }

    /** What lies on the simulated phones, newest first. */
    @GetMapping("/messages")
    Page<SimulatedPhone.Text> received(
            @RequestParam(required = false) String to, @RequestParam(required = false) Integer limit) {
        onlySimulated();
        return new Page<>(texts.newest(to == null ? null : numbers.e164(to), Page.limit(limit)), null);
    }

    /**
     * A text as the phone shows it.
     *
     * @param sent whether the phone's owner wrote it
     */
    record PhoneText(
            String id, boolean sent, String body, List<JsonNode> media, String status, String requestId, Instant at) {

        static PhoneText of(Message message) {
            return new PhoneText(
                    message.id(),
                    message.direction() == Message.Direction.INBOUND,
                    message.body(),
                    Json.readList(message.media(), JsonNode.class),
                    message.status().text(),
                    message.requestId(),
                    message.at());
        }
    }

    /** Both sides of what was said with a number, newest first. */
    @GetMapping("/phones/{number}")
    Page<PhoneText> phone(
            @PathVariable String number,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        onlySimulated();
        var page = messages.ofAddress(Clients.SMS, numbers.e164(number), limit, cursor);
        return new Page<>(page.items().stream().map(PhoneText::of).toList(), page.nextCursor());
    }

    private void onlySimulated() {
        if (twilio.configured()) {
            throw Problem.notFound("There is no simulated phone: a Twilio account is configured.");
        }
    }
}
