package dev.switchboard.channel.sms;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.AccountFetcher;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.type.PhoneNumber;
import dev.switchboard.channel.SmsGateway;
import dev.switchboard.request.Message;
import dev.switchboard.request.Message.Delivery;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/** Twilio's Messages resource through its own SDK. */
class TwilioGateway implements SmsGateway {

    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(1);
    private static final long PAGE = 100;

    /** What Twilio writes before every text of a trial account (Twilio, "How to work with your free trial account"). */
    private static final String TRIAL_PREFIX = "Sent from your Twilio trial account - ";

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
    public Parts parts(String words) {
        return Segments.of(words).parts();
    }

    /** What is wrong with the account, in a sentence; empty when Twilio knows it. Costs nothing and sends nothing. */
    Optional<String> trouble() {
        try {
            var account = new AccountFetcher(properties.accountSid()).fetch(client);
            return Account.Status.ACTIVE.equals(account.getStatus())
                    ? Optional.empty()
                    : Optional.of("The Twilio account is " + account.getStatus() + ", not active.");
        } catch (ApiException e) {
            return Optional.of(
                    e.getStatusCode() != null && e.getStatusCode() == 401
                            ? "Twilio refuses the credentials: check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN."
                            : "Twilio does not answer as it should"
                                    + (e.getStatusCode() == null ? "." : " (" + e.getStatusCode() + ")."));
        } catch (TwilioException e) {
            return Optional.of("Twilio does not answer.");
        }
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
     * Twilio has no idempotency key for messages: receiver, words and time tell whether an attempt got through. Not asked
     * for by the date sent, which a text that is still queued there does not have.
     */
    @Override
    public List<Receipt> find(Message message, Instant notBefore) {
        var since = notBefore.minus(CLOCKS_DIFFER_BY);
        var found = new ArrayDeque<Receipt>();
        // Newest first: what was created before that moment, and all behind it, is of no interest
        for (var candidate : new MessageReader()
                .setTo(new PhoneNumber(message.toAddress()))
                .setPageSize(PAGE)
                .read(client)) {
            var created = candidate.getDateCreated();
            if (created != null && created.toInstant().isBefore(since)) {
                break;
            }
            if (same(message.body(), candidate.getBody())) {
                found.addFirst(new Receipt(candidate.getSid(), state(candidate)));
            }
        }
        return List.copyOf(found);
    }

    private static boolean same(String ours, String theirs) {
        return ours.equals(theirs) || (TRIAL_PREFIX + ours).equals(theirs);
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
