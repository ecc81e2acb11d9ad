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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Twilio's Messages resource through its own SDK. */
class TwilioGateway implements SmsGateway {

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
                var code = e.getCode() == null ? null : String.valueOf(e.getCode());
                throw new NotAccepted(code, "Twilio did not take the text: " + e.getMessage(), e);
            }
            throw e;
        }
    }

    /** Twilio has no idempotency key for messages: receiver, words and time tell whether an attempt got through. */
    @Override
    public Optional<Receipt> find(Message message, Instant notBefore) {
        var reader = new MessageReader()
                .setTo(new PhoneNumber(message.toAddress()))
                .setDateSentAfter(notBefore.minusSeconds(60).atZone(ZoneOffset.UTC));
        for (var candidate : reader.read(client)) {
            if (message.body().equals(candidate.getBody())) {
                return Optional.of(new Receipt(candidate.getSid(), Delivery.SENT));
            }
        }
        return Optional.empty();
    }

    private MessageCreator creator(Message message) {
        var to = new PhoneNumber(message.toAddress());
        return properties.messagingServiceSid() != null
                ? new MessageCreator(to, properties.messagingServiceSid(), message.body())
                : new MessageCreator(to, new PhoneNumber(properties.from()), message.body());
    }
}
