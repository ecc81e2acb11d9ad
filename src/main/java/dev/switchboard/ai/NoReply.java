package dev.switchboard.ai;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import org.springframework.http.HttpStatusCode;

/** A call brought no reply. Its message is a sentence for the event log: no secret, none of a client's words. */
final class NoReply extends RuntimeException {

    /** A longer pause would cost the time in which a person could have begun. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Duration wait;
    private final String body;

    private NoReply(String reason, Duration wait, String body) {
        super(reason);
        this.wait = wait;
        this.body = body;
    }

    /** How long to wait before one more try; null: another try is of no use. */
    Duration waitBeforeRetry() {
        return wait;
    }

    /** What the vendor sent instead, cut; it may hold anything, so it is for the record of the call alone. */
    String body() {
        return body;
    }

    static NoReply timedOut(Duration limit) {
        return new NoReply("the model did not answer within " + words(limit), Duration.ZERO, "");
    }

    /** @param retryAfter what the vendor asked for; null when it did not say */
    static NoReply ofStatus(HttpStatusCode status, Duration retryAfter, String body) {
        var code = status.value();
        if (code == 429) {
            var soon = retryAfter != null && retryAfter.compareTo(LONGEST_WAIT) <= 0;
            return new NoReply("the model's vendor limits our calls (status 429)", soon ? retryAfter : null, body);
        }
        if (code >= 500 || code == 408) {
            return new NoReply("the model's vendor has a fault (status " + code + ")", Duration.ZERO, body);
        }
        var what = code == 401 || code == 403 ? "refused our key" : "refused our call";
        return new NoReply("the model's vendor " + what + " (status " + code + ")", null, body);
    }

    /** Whatever else went wrong on the way; the exception's own words are not trusted with the log. */
    static NoReply of(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoReply known) {
                return known;
            }
            if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
                return new NoReply("the model's vendor cannot be reached", Duration.ZERO, "");
            }
            if (cause instanceof IOException && !(cause instanceof com.fasterxml.jackson.core.JacksonException)) {
                return new NoReply("the connection to the model broke", Duration.ZERO, "");
            }
        }
        return new NoReply("the model's vendor sent something that is no answer", Duration.ZERO, "");
    }

    private static String words(Duration time) {
        return time.toMillis() < 1_000 ? time.toMillis() + " ms" : Math.round(time.toMillis() / 1_000.0) + " s";
    }
}
