package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.actuate.health.Status;

@Timeout(30)
class ConnectorHealthTest {

    private static final Connector LIVE = new Connector("Letters", Connector.State.LIVE, "the post office");

    private final AtomicInteger asked = new AtomicInteger();
    private Instant now = Instant.EPOCH;

    @Test
    void itIsAskedWhenSomebodyLooksAndOnceAMinute() {
        var health = new ConnectorHealth(LIVE, this::wellTheFirstTime, clock());
        assertThat(asked).hasValue(0);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(asked).hasValue(1);
        now = now.plusSeconds(61);
        assertThat(health.health().getStatus().getCode()).isEqualTo("TROUBLE");
        assertThat(health.health().getDetails())
                .containsEntry("connector", "live")
                .containsEntry("detail", "the post office")
                .containsEntry("trouble", "It rains.");
        assertThat(asked).hasValue(2);
    }

    @Test
    void whoLooksDoesNotWaitForAnOutsideThatDoesNotAnswer() {
        var answer = new CountDownLatch(1);
        var health = new ConnectorHealth(LIVE, () -> slowly(answer), clock());
        var begin = System.nanoTime();
        assertThat(health.health().getStatus()).isEqualTo(Status.UNKNOWN);
        assertThat(health.health().getStatus()).isEqualTo(Status.UNKNOWN);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        answer.countDown();
        await().until(() -> health.health().getStatus().equals(Status.UP));
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatCannotBeAskedIsTroubleWithoutTheWordsOfTheFailure() {
        var health = new ConnectorHealth(
                LIVE,
                () -> {
                    throw new IllegalStateException("the secret is 42");
                },
                clock());
        assertThat(health.health().getStatus().getCode()).isEqualTo("TROUBLE");
        assertThat(health.health().getDetails().toString())
                .contains("IllegalStateException")
                .doesNotContain("42");
    }

    private Optional<String> wellTheFirstTime() {
        return asked.incrementAndGet() == 1 ? Optional.empty() : Optional.of("It rains.");
    }

    private Optional<String> slowly(CountDownLatch answer) {
        asked.incrementAndGet();
        try {
            assertThat(answer.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
    }
}
