package dev.switchboard.channel.sms;

import com.twilio.http.TwilioRestClient;
import dev.switchboard.channel.MediaSource;
import dev.switchboard.channel.SmsGateway;
import dev.switchboard.system.Connector;
import dev.switchboard.system.ConnectorHealth;
import dev.switchboard.system.SwitchboardProperties;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class SmsConfiguration {

    private static final Duration MEDIA_DEADLINE = Duration.ofSeconds(60);

    @Bean
    SmsGateway smsGateway(
            TwilioProperties twilio, SwitchboardProperties properties, SimulatedPhone.Texts texts, Clock clock) {
        return twilio.configured()
                ? new TwilioGateway(twilio, client(twilio), properties.publicUrl())
                : new SimulatedPhone(texts, clock);
    }

    @Bean
    MediaSource mediaSource(TwilioProperties twilio) {
        return twilio.configured()
                ? new MediaFetcher(twilio, MediaHosts.of(twilio), MEDIA_DEADLINE)
                : new SimulatedMedia();
    }

    @Bean
    HealthIndicator smsHealthIndicator(Connector smsConnector, SmsGateway gateway, Clock clock) {
        return gateway instanceof TwilioGateway live
                ? new ConnectorHealth(smsConnector, live::trouble, clock)
                : ConnectorHealth.of(smsConnector, clock);
    }

    @Bean
    Connector smsConnector(TwilioProperties twilio) {
        return twilio.configured()
                ? new Connector("Text messages", Connector.State.LIVE, "Twilio account " + twilio.accountSid())
                : new Connector(
                        "Text messages",
                        Connector.State.SIMULATED,
                        "simulated phone; set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and a sender");
    }

    private static TwilioRestClient client(TwilioProperties twilio) {
        return new TwilioRestClient.Builder(twilio.accountSid(), twilio.authToken())
                .httpClient(new SingleAttemptClient(twilio.apiUrl(), twilio.timeout()))
                .build();
    }
}
