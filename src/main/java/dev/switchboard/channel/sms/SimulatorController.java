package dev.switchboard.channel.sms;

import dev.switchboard.channel.Inbound;
import dev.switchboard.channel.Inbox;
import dev.switchboard.crm.Clients;
import dev.switchboard.crm.PhoneNumbers;
import dev.switchboard.system.Page;
import dev.switchboard.system.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A client's phone for a machine without a Twilio account, through the same code behind the webhook. */
@RestController
@RequestMapping("/api/simulator/messages")
class SimulatorController {

    private final TwilioProperties twilio;
    private final Inbox inbox;
    private final PhoneNumbers numbers;
    private final SimulatedPhone.Texts texts;

    SimulatorController(TwilioProperties twilio, Inbox inbox, PhoneNumbers numbers, SimulatedPhone.Texts texts) {
        this.twilio = twilio;
        this.inbox = inbox;
        this.numbers = numbers;
        this.texts = texts;
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

    @PostMapping
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
    @GetMapping
    Page<SimulatedPhone.Text> received(
            @RequestParam(required = false) String to, @RequestParam(required = false) Integer limit) {
        onlySimulated();
        return new Page<>(texts.newest(to == null ? null : numbers.e164(to), Page.limit(limit)), null);
    }

    private void onlySimulated() {
        if (twilio.configured()) {
            throw Problem.notFound("There is no simulated phone: a Twilio account is configured.");
        }
    }
}
