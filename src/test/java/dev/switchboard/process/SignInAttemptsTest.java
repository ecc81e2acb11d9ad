package dev.switchboard.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInAttemptsTest {

    private Instant now = Instant.parse("2026-01-05T09:00:00Z");

    private final SignInAttempts attempts = new SignInAttempts(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void aFewMistakesAreFreeThenTheWaitGrowsToAMinuteAndOneSuccessForgives() {
        fail(4);
        assertThat(attempts.mustWait("tess")).isFalse();
        fail(1);
        assertThat(attempts.mustWait("tess")).isTrue();
        assertThat(attempts.mustWait("someone else")).isFalse();
        now = now.plusSeconds(1);
        assertThat(attempts.mustWait("tess")).isFalse();
        fail(100);
        now = now.plusSeconds(59);
        assertThat(attempts.mustWait("tess")).isTrue();
        now = now.plus(Duration.ofSeconds(1));
        assertThat(attempts.mustWait("tess")).isFalse();
        attempts.succeeded("tess");
        fail(4);
        assertThat(attempts.mustWait("tess")).isFalse();
    }

    private void fail(int times) {
        for (var i = 0; i < times; i++) {
            attempts.failed("tess");
        }
    }
}
