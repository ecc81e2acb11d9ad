package dev.switchboard.issue;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long GitHub wants silence (GitHub, "Rate limits for the REST API", "Exceeding the rate limit"). */
final class RateLimit {

    /** A date far off, through a wrong clock on either side, must not silence us for a day. */
    private static final Duration LONGEST = Duration.ofHours(1);

    /** GitHub, same page: "wait for at least one minute" where nothing else is said. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private RateLimit() {}

    /** @return empty when there is no limit: a 403 may be a plain refusal */
    static Optional<Instant> silence(int status, HttpHeaders headers, Instant now) {
        if (status != 403 && status != 429) {
            return Optional.empty();
        }
        var after = headers.firstValue("Retry-After").flatMap(RateLimit::number).map(now::plusSeconds);
        var reset = headers.firstValue("X-RateLimit-Remaining")
                .filter("0"::equals)
                .flatMap(none -> headers.firstValue("X-RateLimit-Reset"))
                .flatMap(RateLimit::number)
                .map(Instant::ofEpochSecond);
        var latest = now.plus(LONGEST);
        var unsaid = status == 429 ? Optional.of(now.plus(SHORTEST)) : Optional.<Instant>empty();
        return after.or(() -> reset).or(() -> unsaid).map(until -> until.isAfter(latest) ? latest : until);
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,12}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
