package dev.switchboard.issue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;

/**
 * Whether the repository answers to the token. Asked when somebody looks, at most once a minute. Trouble at GitHub is a
 * status of its own that leaves the program's at UP: a restart would not mend it, and texts still come in.
 */
class GithubHealth implements HealthIndicator {

    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final Status TROUBLE = new Status("TROUBLE");

    private final GithubTracker tracker;
    private final Clock clock;
    private Health last;
    private Instant asked;

    GithubHealth(GithubTracker tracker, Clock clock) {
        this.tracker = tracker;
        this.clock = clock;
    }

    @Override
    public synchronized Health health() {
        var now = clock.instant();
        if (last == null || now.isAfter(asked.plus(KEPT))) {
            var trouble = tracker.trouble();
            var health = trouble == null ? Health.up() : Health.status(TROUBLE).withDetail("trouble", trouble);
            last = health.withDetail("repository", tracker.defaultRepository()).build();
            asked = now;
        }
        return last;
    }
}
