package dev.switchboard.issue;

import dev.switchboard.system.Connector;
import dev.switchboard.system.ConnectorHealth;
import dev.switchboard.system.Sequences;
import dev.switchboard.system.SwitchboardProperties;
import java.time.Clock;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Issues in our own database, where no GitHub token is set. */
@Configuration
@Conditional(GithubConfiguration.WithoutToken.class)
class LocalTrackerConfiguration {

    @Bean
    IssueTracker issueTracker(
            LocalTracker.LocalIssues issues, Sequences sequences, SwitchboardProperties properties, Clock clock) {
        return new LocalTracker(issues, sequences, properties.publicUrl(), clock);
    }

    @Bean
    HealthIndicator githubHealthIndicator(Connector issueConnector, Clock clock) {
        return ConnectorHealth.of(issueConnector, clock);
    }

    @Bean
    Connector issueConnector() {
        return new Connector(
                "Issues", Connector.State.SIMULATED, "local tracker; set GITHUB_TOKEN and GITHUB_REPOSITORY");
    }
}
