package dev.switchboard.issue;

import dev.switchboard.request.Issues;
import dev.switchboard.system.Connector;
import dev.switchboard.system.ConnectorHealth;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.kohsuke.github.GHApp;
import org.kohsuke.github.GHAppInstallation;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubAbuseLimitHandler;
import org.kohsuke.github.GitHubBuilder;
import org.kohsuke.github.GitHubRateLimitHandler;
import org.kohsuke.github.authorization.AppInstallationAuthorizationProvider;
import org.kohsuke.github.authorization.AuthorizationProvider;
import org.kohsuke.github.connector.GitHubConnector;
import org.kohsuke.github.extras.authorization.JWTTokenProvider;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.StringUtils;

/** Issues at GitHub, where a token or an App is set. */
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
    HealthIndicator githubHealthIndicator(Connector issueConnector, GithubTracker tracker, Clock clock) {
        return new ConnectorHealth(issueConnector, tracker::trouble, clock);
    }

    @Bean
    Connector issueConnector(GithubProperties properties) {
        return new Connector(
                "Issues",
                Connector.State.LIVE,
                "GitHub repository " + properties.repository()
                        + (properties.app() == null
                                ? ""
                                : ", as App " + properties.app().id())
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
                .withAuthorizationProvider(authorization(properties))
                .withConnector(connector)
                .withRateLimitHandler(GitHubRateLimitHandler.FAIL)
                .withAbuseLimitHandler(GitHubAbuseLimitHandler.FAIL)
                .build();
    }

    /** An installation's token ends after an hour: the library gets another five minutes before, when it needs one. */
    private static AuthorizationProvider authorization(GithubProperties properties) {
        var app = properties.app();
        return app == null
                ? () -> "Bearer " + properties.token()
                : new AppInstallationAuthorizationProvider(
                        known -> installation(known, properties), new JWTTokenProvider(app.id(), app.key())) {

                    @Override
                    public String getEncodedAuthorization() throws IOException {
                        try {
                            return super.getEncodedAuthorization();
                        } catch (FileNotFoundException e) {
                            throw new GithubTrouble(
                                    "GitHub does not know the App " + app.id()
                                            + ": correct GITHUB_APP_ID or GITHUB_API_URL, then retry.",
                                    e);
                        }
                    }
                };
    }

    private static GHAppInstallation installation(GHApp app, GithubProperties properties) throws IOException {
        var id = properties.app().installationId();
        var repository = properties.repository().split("/");
        try {
            return id == null
                    ? app.getInstallationByRepository(repository[0], repository[1])
                    : app.getInstallationById(id);
        } catch (FileNotFoundException e) {
            throw new GithubTrouble(
                    "The GitHub App " + properties.app().id() + " is not installed "
                            + (id == null ? "for " + properties.repository() : "under GITHUB_APP_INSTALLATION_ID " + id)
                            + ". Install it there, or correct the variable, then retry.",
                    e);
        }
    }

    /** An empty variable is none. */
    static class WithToken implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return StringUtils.hasText(context.getEnvironment().getProperty("github.token"))
                    || StringUtils.hasText(context.getEnvironment().getProperty("github.app.id"));
        }
    }

    static class WithoutToken extends WithToken {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !super.matches(context, metadata);
        }
    }
}
