package dev.switchboard.system;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** When the agency works, and so when something is due: deadlines stand still at night, at weekends and on holidays. */
@Component
public class WorkingHours {

    /** Without a working day in so long a time the holidays are wrong, not the question. */
    private static final int LONGEST_BREAK_DAYS = 366;

    private final ZoneId zone;
    private final Map<DayOfWeek, List<OpeningHours.Interval>> week;
    private final Set<LocalDate> daysOff;
    private final WorkingTime nudgeAfter;
    private final WorkingTime giveUpAfter;

    WorkingHours(WorkingHoursProperties properties) {
        this.zone = properties.zone();
        this.week = properties.week();
        this.daysOff = properties.daysOff();
        this.nudgeAfter = properties.nudge();
        this.giveUpAfter = properties.giveUp();
    }

    /**
     * The moment at which so much working time has passed. Days come first: one working day after Friday 10:00 is Monday
     * 10:00, or the first working time after it where Monday opens later.
     */
    public Instant after(Instant start, WorkingTime span) {
        var at = atWork(start.atZone(zone));
        for (var day = 0; day < span.days(); day++) {
            at = dayAfter(at);
        }
        var left = span.time();
        while (true) {
            var end = endOfInterval(at);
            var within = Duration.between(at, end);
            if (left.compareTo(within) <= 0) {
                return at.plus(left).toInstant();
            }
            left = left.minus(within);
            at = atWork(end);
        }
    }

    /**
     * When a client who was asked at {@code start} and has not answered is reminded.
     *
     * @param factor how many times the configured patience to wait
     */
    public Instant nudgeAt(Instant start, int factor) {
        return patience(start, nudgeAfter.times(factor));
    }

    /** When a client who was asked at {@code start} is no longer waited for. */
    public Instant giveUpAt(Instant start) {
        return patience(start, giveUpAfter);
    }

    /** Days are working days; hours and less go by the clock, so that the setting can be tried out on a Sunday. */
    private Instant patience(Instant start, WorkingTime span) {
        return span.days() > 0 ? after(start, span) : start.plus(span.time());
    }

    /** The same time on the next working day, or the first working time after that. */
    private ZonedDateTime dayAfter(ZonedDateTime at) {
        var next = at.toLocalDate().plusDays(1);
        for (var tried = 0; tried < LONGEST_BREAK_DAYS; tried++) {
            if (!hours(next).isEmpty()) {
                return atWork(next.atTime(at.toLocalTime()).atZone(zone));
            }
            next = next.plusDays(1);
        }
        throw new IllegalStateException("there is no working day in the year after " + at.toLocalDate());
    }

    /** This moment when somebody works then, else the next one at which somebody does. */
    private ZonedDateTime atWork(ZonedDateTime at) {
        var time = at.toLocalTime();
        for (var interval : hours(at.toLocalDate())) {
            if (time.isBefore(interval.from())) {
                return at.with(interval.from());
            }
            if (interval.holds(time)) {
                return at;
            }
        }
        var next = at.toLocalDate().plusDays(1);
        for (var tried = 0; tried < LONGEST_BREAK_DAYS; tried++) {
            var hours = hours(next);
            if (!hours.isEmpty()) {
                return next.atTime(hours.get(0).from()).atZone(zone);
            }
            next = next.plusDays(1);
        }
        throw new IllegalStateException("there is no working day in the year after " + at.toLocalDate());
    }

    private ZonedDateTime endOfInterval(ZonedDateTime at) {
        var time = at.toLocalTime();
        var interval = hours(at.toLocalDate()).stream()
                .filter(open -> open.holds(time))
                .findFirst()
                .orElseThrow();
        return interval.to().equals(LocalTime.MAX)
                ? at.toLocalDate().plusDays(1).atStartOfDay(zone)
                : at.with(interval.to());
    }

    private List<OpeningHours.Interval> hours(LocalDate date) {
        return daysOff.contains(date) ? List.of() : week.getOrDefault(date.getDayOfWeek(), List.of());
    }
}
