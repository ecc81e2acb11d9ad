package dev.switchboard.system;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The one clock: tests put their own in its place. */
@Configuration
@EnableScheduling
@EnableTransactionManagement
@ConfigurationPropertiesScan("dev.switchboard")
class Clocks {

    @Bean
    Clock clock() {
        // The precision that is stored: an answer then says the same time as a later reading
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
