package dev.switchboard.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down: after a few wrong passwords in a row, the wait doubles from one second to a minute. Counted per
 * user and address, so that a stranger cannot keep staff out.
 */
@Component
class SignInAttempts {

    private static final int FREE = 5;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Failures(int count, Instant waitUntil) {}

    SignInAttempts(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean mustWait(String who) {
        var past = failures.get(who);
        return past != null && clock.instant().isBefore(past.waitUntil());
    }

    synchronized void failed(String who) {
        var past = failures.remove(who);
        var count = past == null ? 1 : past.count() + 1;
        failures.put(who, new Failures(count, clock.instant().plus(waitAfter(count))));
    }

    synchronized void succeeded(String who) {
        failures.remove(who);
    }

    private static Duration waitAfter(int count) {
        if (count < FREE) {
            return Duration.ZERO;
        }
        var seconds = 1L << Math.min(count - FREE, 6);
        return Duration.ofSeconds(Math.min(seconds, LONGEST_WAIT.toSeconds()));
    }
}
