package dev.switchboard.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_000_000);

    @ParameterizedTest
    @CsvSource({
        "429, Retry-After:40, 40",
        "403, Retry-After:40, 40",
        "403, X-RateLimit-Remaining:0;X-RateLimit-Reset:1000090, 90",
        "403, X-RateLimit-Remaining:7;X-RateLimit-Reset:1000090, ",
        "429, , 60",
        "403, , ",
        "429, Retry-After:86400, 3600",
        "429, Retry-After:soon, 60",
        "200, X-RateLimit-Remaining:0;X-RateLimit-Reset:1000090, "
    })
    void silenceLastsAsLongAsGithubSays(int status, String headers, Long seconds) {
        var map = new HashMap<String, List<String>>();
        Arrays.stream(headers == null ? new String[0] : headers.split(";"))
                .map(header -> header.split(":"))
                .forEach(header -> map.put(header[0], List.of(header[1])));
        var silence = RateLimit.silence(status, HttpHeaders.of(map, (name, value) -> true), NOW);
        assertThat(silence.map(until -> until.getEpochSecond() - NOW.getEpochSecond())
                        .orElse(null))
                .isEqualTo(seconds);
    }
}
