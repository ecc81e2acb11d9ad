package dev.switchboard.system;

import java.time.Clock;
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
        return Clock.systemUTC();
    }
}
