package dev.switchboard.channel.sms;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** What Twilio's error codes mean to staff, and which of them no other attempt can change. */
final class TwilioErrors {

    /** "Attempt to send to unsubscribed recipient": said by Twilio when its own list has a STOP that we never saw. */
    static final String OPTED_OUT = "21610";

    static final String UNEXPLAINED =
            "Look the code up under https://www.twilio.com/docs/api/errors or call the client.";

    private static final Properties PERMANENT = load();

    private TwilioErrors() {}

    /** @return a sentence, or empty when the code is unknown or may pass */
    static Optional<String> explain(String code) {
        return Optional.ofNullable(code).map(PERMANENT::getProperty);
    }

    private static Properties load() {
        var properties = new Properties();
        try (var in = TwilioErrors.class.getResourceAsStream("/channel/twilio-errors.properties")) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
