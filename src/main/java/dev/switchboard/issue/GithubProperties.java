package dev.switchboard.issue;

import dev.switchboard.system.CannotStart;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The GitHub repository that issues go to; without one the local tracker takes its place.
 *
 * @param repository {@code owner/name}, for issues whose row in the assignment table names none
 * @param apiUrl base of the API, with {@code /api/v3} for GitHub Enterprise
 * @param webhookSecret null: the webhook answers 503 and the catch-up alone notices what happens at GitHub
 * @param catchUpEvery how often open issues are looked at, in case a webhook was missed
 * @param app signs in instead of the token; null where there is none
 */
@ConfigurationProperties("github")
public record GithubProperties(
        String token,
        String repository,
        String apiUrl,
        String webhookSecret,
        @DefaultValue("PT5M") Duration catchUpEvery,
        GithubApp app) {

    static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+");

    public GithubProperties {
        token = blankToNull(token);
        repository = blankToNull(repository);
        webhookSecret = blankToNull(webhookSecret);
        app = app != null && app.configured() ? app : null;
        var signIn = token != null || app != null;
        apiUrl = apiUrl == null || apiUrl.isBlank()
                ? "https://api.github.com"
                : apiUrl.strip().replaceAll("/+$", "");
        refuse(token != null && app != null, "GITHUB_TOKEN and GITHUB_APP_ID are both set: set one of the two.");
        refuse(
                signIn && repository == null,
                (app == null ? "GITHUB_TOKEN" : "GITHUB_APP_ID")
                        + " is set but GITHUB_REPOSITORY is not: set both, or none to use the local tracker.");
        refuse(
                !signIn && repository != null,
                "GITHUB_REPOSITORY is set but GITHUB_TOKEN is not: set both (or a GitHub App in place of the token),"
                        + " or none to use the local tracker.");
        refuse(
                !signIn && webhookSecret != null,
                "GITHUB_WEBHOOK_SECRET is set but GITHUB_TOKEN and GITHUB_REPOSITORY are not:"
                        + " set all three, or none to use the local tracker.");
        refuse(
                repository != null && !REPOSITORY.matcher(repository).matches(),
                "GITHUB_REPOSITORY must be owner/name, such as acme/website, not \"" + repository + "\".");
        refuse(!isHttp(apiUrl), "GITHUB_API_URL must be an http or https address, such as https://api.github.com.");
    }

    boolean configured() {
        return token != null || app != null;
    }

    /** Never prints the token or the webhook's secret. */
    @Override
    public String toString() {
        return "GithubProperties[repository=" + repository + ", apiUrl=" + apiUrl + ", app=" + app + "]";
    }

    private static boolean isHttp(String url) {
        try {
            var uri = URI.create(url);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void refuse(boolean wrong, String sentence) {
        if (wrong) {
            throw new CannotStart(sentence);
        }
    }

    private static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
