package dev.switchboard.issue;

import dev.switchboard.request.Issues;
import dev.switchboard.system.Connector;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubAbuseLimitHandler;
import org.kohsuke.github.GitHubBuilder;
import org.kohsuke.github.GitHubRateLimitHandler;
import org.kohsuke.github.connector.GitHubConnector;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.StringUtils;

/** Issues at GitHub, where a token is set. */
@Configuration
@Conditional(GithubConfiguration.WithToken.class)
class GithubConfiguration {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);

    @Bean
    GithubTracker githubTracker(GithubProperties properties, Clock clock) throws IOException {
        var connector = new GithubConnector(properties.apiUrl(), CONNECT_WITHIN, ANSWER_WITHIN, clock);
        return new GithubTracker(new GithubRepositories(client(properties, connector)), properties.repository());
    }

    @Bean
    GithubCatchUp githubCatchUp(
            GithubTracker tracker,
            Issues issues,
            GithubChanges changes,
            ClosedIssues closedIssues,
            TransactionTemplate transaction) {
        return new GithubCatchUp(tracker, issues, changes, closedIssues, transaction);
    }

    @Bean
    GithubHealth githubHealthIndicator(GithubTracker tracker, Clock clock) {
        return new GithubHealth(tracker, clock);
    }

    @Bean
    Connector issueConnector(GithubProperties properties) {
        return new Connector(
                "Issues",
                Connector.State.LIVE,
                "GitHub repository " + properties.repository()
                        + (properties.webhookSecret() == null
                                ? "; no GITHUB_WEBHOOK_SECRET, so looked at every " + properties.catchUpEvery()
                                : ""));
    }

    /**
     * Makes no call: with {@code withOAuthToken} the library would ask who we are, and a GitHub that is down would stop
     * our start. When a limit is reached it would sleep, for an hour if need be: here it fails.
     */
    static GitHub client(GithubProperties properties, GitHubConnector connector) throws IOException {
        return new GitHubBuilder()
                .withEndpoint(properties.apiUrl())
                .withAuthorizationProvider(() -> "Bearer " + properties.token())
                .withConnector(connector)
                .withRateLimitHandler(GitHubRateLimitHandler.FAIL)
                .withAbuseLimitHandler(GitHubAbuseLimitHandler.FAIL)
                .build();
    }

    /** An empty variable is none. */
    static class WithToken implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return StringUtils.hasText(context.getEnvironment().getProperty("github.token"));
        }
    }

    static class WithoutToken extends WithToken {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !super.matches(context, metadata);
        }
    }
}
