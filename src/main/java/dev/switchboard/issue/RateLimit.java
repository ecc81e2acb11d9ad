package dev.switchboard.issue;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long GitHub wants silence (GitHub, "Rate limits for the REST API", "Exceeding the rate limit"). */
final class RateLimit {

    /** A date far off, through a wrong clock on either side, must not silence us for a day. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private RateLimit() {}

    /** @return empty when a 403 is a refusal and no limit */
    static Optional<Instant> silence(HttpHeaders headers, Instant now) {
        var after = headers.firstValue("Retry-After").flatMap(RateLimit::number).map(now::plusSeconds);
        var reset = headers.firstValue("X-RateLimit-Remaining")
                .filter("0"::equals)
                .flatMap(none -> headers.firstValue("X-RateLimit-Reset"))
                .flatMap(RateLimit::number)
                .map(Instant::ofEpochSecond);
        var latest = now.plus(LONGEST);
        return after.or(() -> reset).map(until -> until.isAfter(latest) ? latest : until);
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,12}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
