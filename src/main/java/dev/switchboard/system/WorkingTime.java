package dev.switchboard.system;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;

/**
 * A span of working time as ISO 8601 writes it: {@code P1D} is one working day, {@code PT4H} four hours in which people
 * work, {@code P1DT2H} both. Java's own types would turn the day into 24 hours.
 *
 * @param days working days, not negative
 * @param time hours and less, not negative
 */
public record WorkingTime(int days, Duration time) {

    public WorkingTime {
        if (days < 0 || time.isNegative()) {
            throw new IllegalArgumentException("a working time cannot be negative");
        }
    }

    /**
     * @param iso such as {@code P1D} or {@code PT30M}; weeks, months and years have no fixed working time
     * @throws IllegalArgumentException when it is none, with a sentence that shows two
     */
    public static WorkingTime of(String iso) {
        try {
            var text = iso.strip();
            var clock = text.indexOf('T');
            var days = clock < 0 ? text : text.substring(0, clock);
            var period = days.equals("P") ? Period.ZERO : Period.parse(days);
            if (period.toTotalMonths() != 0 || days.contains("W")) {
                throw new IllegalArgumentException(refusal(iso));
            }
            return new WorkingTime(
                    period.getDays(), clock < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(clock)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(refusal(iso), e);
        }
    }

    /** That many times this span. */
    public WorkingTime times(int factor) {
        return new WorkingTime(days * factor, time.multipliedBy(factor));
    }

    /** As ISO 8601 writes it, such as {@code PT4H}; {@link #of} reads it. */
    @Override
    public String toString() {
        if (days == 0) {
            return time.toString();
        }
        return "P" + days + "D" + (time.isZero() ? "" : time.toString().substring(1));
    }

    private static String refusal(String iso) {
        return "\"" + iso + "\" is no working time: write P1D for a working day, or PT4H for four hours of one";
    }
}
