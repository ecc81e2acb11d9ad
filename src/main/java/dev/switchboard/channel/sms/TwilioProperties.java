package dev.switchboard.channel.sms;

import dev.switchboard.system.CannotStart;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The Twilio account; without one the simulated phone takes its place.
 *
 * @param from our number in E.164; or {@code messagingServiceSid}, a service that picks one
 * @param apiUrl base of the SDK's calls
 * @param timeout for a part of an answer, and three times that for all of it
 */
@ConfigurationProperties("twilio")
public record TwilioProperties(
        String accountSid,
        String authToken,
        String from,
        String messagingServiceSid,
        String apiUrl,
        @DefaultValue("PT10S") Duration timeout) {

    public TwilioProperties {
        accountSid = blankToNull(accountSid);
        authToken = blankToNull(authToken);
        from = blankToNull(from);
        messagingServiceSid = blankToNull(messagingServiceSid);
        need(accountSid == null && authToken != null, "TWILIO_AUTH_TOKEN is set but TWILIO_ACCOUNT_SID is not");
        need(accountSid != null && authToken == null, "TWILIO_ACCOUNT_SID is set but TWILIO_AUTH_TOKEN is not");
        need(
                accountSid != null && from == null && messagingServiceSid == null,
                "TWILIO_ACCOUNT_SID is set but neither TWILIO_FROM nor TWILIO_MESSAGING_SERVICE_SID is");
        need(
                accountSid == null && (from != null || messagingServiceSid != null),
                "a Twilio sender is set but TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN are not");
    }

    boolean configured() {
        return accountSid != null;
    }

    /** Never prints the token. */
    @Override
    public String toString() {
        return "TwilioProperties[accountSid=" + accountSid + ", apiUrl=" + apiUrl + "]";
    }

    private static void need(boolean missing, String sentence) {
        if (missing) {
            throw new CannotStart(sentence + ": set both, or none to use the simulated phone.");
        }
    }

    private static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
