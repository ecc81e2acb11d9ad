package dev.switchboard.issue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.kohsuke.github.connector.GitHubConnector;
import org.kohsuke.github.connector.GitHubConnectorRequest;
import org.kohsuke.github.connector.GitHubConnectorResponse;

/**
 * One call is one request, and it ends in time. The client library sleeps and repeats a request, a POST too, whenever
 * it sees a {@code SocketException} or a time-out (github-api 1.330, {@code GitHubClient.logRetryConnectionError}); each
 * repeat could be a second issue. Here such failures come out as {@link GithubTrouble}, which it passes on: the job's
 * retry, which searches first, is the only one.
 */
class GithubConnector implements GitHubConnector {

    private final HttpClient client;
    private final String apiHost;
    private final Duration answerWithin;
    private final Clock clock;
    /** GitHub asked for silence until then; asking on is how an account gets blocked. */
    private volatile Instant silentUntil = Instant.MIN;

    GithubConnector(String apiUrl, Duration connectWithin, Duration answerWithin, Clock clock) {
        this.apiHost = URI.create(apiUrl).getAuthority();
        this.answerWithin = answerWithin;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .connectTimeout(connectWithin)
                // A redirected POST would become a GET; and that a repository moved is for a person to know
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    @Override
    public GitHubConnectorResponse send(GitHubConnectorRequest request) throws IOException {
        if (!apiHost.equals(request.url().getAuthority())) {
            // The next page's address comes with an answer, and the token goes where it points
            throw new GithubTrouble("GitHub's answer leads to " + request.url().getAuthority()
                    + ", which is not where GITHUB_API_URL points; it was not followed.");
        }
        if (clock.instant().isBefore(silentUntil)) {
            throw new GithubTrouble("GitHub asked to be left alone until " + silentUntil
                    + " (rate limit); the step is tried again by itself.");
        }
        var answer = exchange(http(request));
        if (answer.statusCode() / 100 == 3 && answer.statusCode() != 304) {
            throw new GithubTrouble("The repository was renamed or moved: GitHub answers "
                    + request.url().getPath() + " with " + answer.statusCode()
                    + ". Put its new name into GITHUB_REPOSITORY or the assignment table, then retry.");
        }
        RateLimit.silence(answer.statusCode(), answer.headers(), clock.instant())
                .ifPresent(until -> silentUntil = until);
        return new Answer(request, answer);
    }

    /** The deadline covers the body too: {@link HttpRequest#timeout} ends with the headers. */
    private HttpResponse<byte[]> exchange(HttpRequest request) throws InterruptedIOException {
        var running = client.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            return running.get(answerWithin.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | CancellationException e) {
            running.cancel(true);
            throw new GithubTrouble("GitHub did not answer within " + answerWithin.toSeconds()
                    + " seconds; the step is tried again by itself.");
        } catch (ExecutionException e) {
            throw new GithubTrouble(
                    "GitHub could not be reached (" + reason(e.getCause()) + "); the step is tried again by itself.",
                    e.getCause());
        } catch (InterruptedException e) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while GitHub was asked");
        }
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static HttpRequest http(GitHubConnectorRequest request) throws IOException {
        try {
            var http = HttpRequest.newBuilder(request.url().toURI()).method(request.method(), body(request));
            request.allHeaders()
                    .forEach((name, values) -> values.forEach(value -> {
                        if (value != null) {
                            http.header(name, value);
                        }
                    }));
            if (request.contentType() != null) {
                http.setHeader("Content-Type", request.contentType());
            }
            return http.build();
        } catch (URISyntaxException e) {
            throw new IOException("not an address: " + request.url(), e);
        }
    }

    private static BodyPublisher body(GitHubConnectorRequest request) throws IOException {
        if (!request.hasBody()) {
            return BodyPublishers.noBody();
        }
        try (InputStream body = request.body()) {
            return BodyPublishers.ofByteArray(body.readAllBytes());
        }
    }

    private static final class Answer extends GitHubConnectorResponse.ByteArrayResponse {

        private final byte[] body;

        Answer(GitHubConnectorRequest request, HttpResponse<byte[]> answer) {
            super(request, answer.statusCode(), answer.headers().map());
            this.body = answer.body();
        }

        @Override
        protected InputStream rawBodyStream() {
            return new ByteArrayInputStream(body);
        }
    }
}
