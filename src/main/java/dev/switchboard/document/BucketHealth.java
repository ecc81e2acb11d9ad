package dev.switchboard.document;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Whether the bucket answers, looked at when somebody asks and not more often than every half minute. A silent bucket is
 * "TROUBLE", which does not take the whole program down: texts are still taken and sent.
 */
class BucketHealth implements HealthIndicator {

    private static final Duration FRESH = Duration.ofSeconds(30);

    private final S3Store store;
    private final Clock clock;
    private Health last;
    private Instant looked = Instant.MIN;

    BucketHealth(S3Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public synchronized Health health() {
        if (last == null || clock.instant().isAfter(looked.plus(FRESH))) {
            last = look();
            looked = clock.instant();
        }
        return last;
    }

    private Health look() {
        try {
            store.reach();
            return Health.up().build();
        } catch (SdkException e) {
            return Health.status("TROUBLE")
                    .withDetail("reason", "the bucket of S3_BUCKET does not answer as it should")
                    .build();
        }
    }
}
