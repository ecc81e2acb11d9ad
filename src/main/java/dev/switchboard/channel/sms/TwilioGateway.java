package dev.switchboard.channel.sms;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.type.PhoneNumber;
import dev.switchboard.channel.SmsGateway;
import dev.switchboard.request.Message;
import dev.switchboard.request.Message.Delivery;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Twilio's Messages resource through its own SDK. */
class TwilioGateway implements SmsGateway {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
    private static final int LOOKED_AT = 200;

    private final TwilioProperties properties;
    private final TwilioRestClient client;
    private final URI statusCallback;

    TwilioGateway(TwilioProperties properties, TwilioRestClient client, String publicUrl) {
        this.properties = properties;
        this.client = client;
        this.statusCallback = URI.create(publicUrl + "/webhooks/twilio/status");
    }

    @Override
    public String sender() {
        return properties.from() != null ? properties.from() : properties.messagingServiceSid();
    }

    @Override
    public Receipt send(Message message) {
        try {
            var created = creator(message).setStatusCallback(statusCallback).create(client);
            return new Receipt(created.getSid(), Delivery.SENT);
        } catch (ApiException e) {
            if (e.getStatusCode() != null && e.getStatusCode() < 500) {
                throw refusal(e);
            }
            throw e;
        }
    }

    @Override
    public int segments(String words) {
        return Segments.of(words).count();
    }

    private static NotAccepted refusal(ApiException e) {
        var code = e.getCode() == null ? null : String.valueOf(e.getCode());
        var meaning = TwilioErrors.explain(code);
        var outlook = meaning.isPresent() ? Outlook.NEVER : Outlook.MAY_WORK_LATER;
        return new NotAccepted(
                code,
                TwilioErrors.OPTED_OUT.equals(code) ? Outlook.OPTED_OUT : outlook,
                "The text was not sent (Twilio " + (code == null ? e.getStatusCode() : code) + "). "
                        + meaning.orElseGet(() -> String.valueOf(e.getMessage())),
                e);
    }

    /**
     * Twilio has no idempotency key for messages: receiver, words and time tell whether an attempt got through. Its
     * filter by DateSent misses what is still queued there, so the time is compared here.
     */
    @Override
    public List<Receipt> find(Message message, Instant notBefore) {
        var earliest = notBefore.minus(CLOCKS_DIFFER);
        var reader = new MessageReader()
                .setTo(new PhoneNumber(message.toAddress()))
                .setPageSize((long) LOOKED_AT)
                .limit(LOOKED_AT);
        var found = new ArrayList<Receipt>();
        for (var candidate : reader.read(client)) {
            if (message.body().equals(candidate.getBody())
                    && candidate.getDateCreated() != null
                    && !candidate.getDateCreated().toInstant().isBefore(earliest)) {
                found.add(new Receipt(candidate.getSid(), state(candidate)));
            }
        }
        return found;
    }

    /** Its callback may have come before we knew the id, so what is final already counts. */
    private static Delivery state(com.twilio.rest.api.v2010.account.Message candidate) {
        var state = candidate.getStatus() == null ? "" : candidate.getStatus().toString();
        return DeliveryStates.of(state).filter(known -> !known.open()).orElse(Delivery.SENT);
    }

    private MessageCreator creator(Message message) {
        var to = new PhoneNumber(message.toAddress());
        return properties.messagingServiceSid() != null
                ? new MessageCreator(to, properties.messagingServiceSid(), message.body())
                : new MessageCreator(to, new PhoneNumber(properties.from()), message.body());
    }
}
