package dev.switchboard.document;

import dev.switchboard.system.Connector;
import dev.switchboard.system.SwitchboardProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class DocumentConfiguration {

    @Bean
    DocumentStore documentStore(SwitchboardProperties properties) {
        return new FileStore(properties.dataDir().resolve("documents"));
    }

    @Bean
    Connector documentConnector(SwitchboardProperties properties) {
        return new Connector(
                "Documents",
                Connector.State.LIVE,
                "files under " + properties.dataDir().resolve("documents"));
    }
}
