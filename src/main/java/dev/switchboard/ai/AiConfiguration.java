package dev.switchboard.ai;

import dev.switchboard.system.CannotStart;
import dev.switchboard.system.Connector;
import dev.switchboard.system.SwitchboardProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class AiConfiguration {

    private static final String OFFLINE = "offline";

    @Bean
    Connector aiConnector(SwitchboardProperties properties) {
        if (!OFFLINE.equals(properties.aiProvider())) {
            throw new CannotStart("SWITCHBOARD_AI_PROVIDER=" + properties.aiProvider()
                    + " is not available in this version: leave it out, or set it to offline.");
        }
        return new Connector(
                "Language model", Connector.State.SIMULATED, "offline classifier and templates, marked as such");
    }
}
