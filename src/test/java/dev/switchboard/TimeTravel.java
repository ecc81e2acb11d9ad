package dev.switchboard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The clock of a program and of its engine, moved together; after a move time goes on as always. All engines of this JVM
 * share the engine's clock, so whoever travelled comes {@link #home}.
 */
public final class TimeTravel extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    public void to(String instant) {
        ahead = Duration.between(Instant.now(), Instant.parse(instant));
        ClockUtil.offset(ahead.toMillis());
    }

    public void home() {
        ahead = Duration.ZERO;
        ClockUtil.reset();
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
