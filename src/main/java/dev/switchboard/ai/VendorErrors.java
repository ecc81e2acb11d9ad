package dev.switchboard.ai;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResponseErrorHandler;

/** Everything but 200 is an error, a redirect too: the key goes to no other address. */
final class VendorErrors implements ResponseErrorHandler {

    private static final int LONGEST_BODY = 2_000;

    private final Account account;

    VendorErrors(Account account) {
        this.account = account;
    }

    @Override
    public boolean hasError(ClientHttpResponse response) throws IOException {
        return !response.getStatusCode().is2xxSuccessful();
    }

    @Override
    public void handleError(URI url, HttpMethod method, ClientHttpResponse response) throws IOException {
        var body = new String(response.getBody().readNBytes(LONGEST_BODY), StandardCharsets.UTF_8);
        throw NoReply.ofStatus(response.getStatusCode(), retryAfter(response.getHeaders()), account.without(body));
    }

    /** RFC 9110, 10.2.3: seconds or a date. */
    private static Duration retryAfter(HttpHeaders headers) {
        var value = headers.getFirst(HttpHeaders.RETRY_AFTER);
        if (value == null) {
            return null;
        }
        try {
            return value.strip().matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(value.strip()))
                    : notNegative(Duration.between(
                            Instant.now(), ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Duration notNegative(Duration time) {
        return time.isNegative() ? Duration.ZERO : time;
    }
}
