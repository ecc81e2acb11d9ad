package dev.switchboard.system;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When the agency works, and how long it waits for a client.
 *
 * @param businessHours such as {@code Mo-Fr 09:00-17:00}, see {@link OpeningHours}
 * @param timeZone IANA name such as {@code Europe/Lisbon}; null or blank: the machine's
 * @param holidays days off as {@code 2026-12-25}, separated by commas; null: none
 * @param nudgeAfter after how long a client is reminded, see {@link WorkingHours#patience}
 * @param giveUpAfter after how long a client is no longer waited for
 */
@ConfigurationProperties("switchboard")
public record WorkingHoursProperties(
        String businessHours, String timeZone, String holidays, String nudgeAfter, String giveUpAfter) {

    public WorkingHoursProperties {
        timeZone = timeZone == null ? "" : timeZone.strip();
        holidays = holidays == null ? "" : holidays.strip();
    }

    Map<DayOfWeek, List<OpeningHours.Interval>> week() {
        return read("SWITCHBOARD_BUSINESS_HOURS", () -> OpeningHours.week(businessHours));
    }

    ZoneId zone() {
        return read("SWITCHBOARD_TIME_ZONE", () -> timeZone.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(timeZone));
    }

    Set<LocalDate> daysOff() {
        return read("SWITCHBOARD_HOLIDAYS", () -> Arrays.stream(holidays.split(","))
                .map(String::strip)
                .filter(day -> !day.isEmpty())
                .map(LocalDate::parse)
                .collect(Collectors.toUnmodifiableSet()));
    }

    public WorkingTime nudge() {
        return read("SWITCHBOARD_NUDGE_AFTER", () -> {
            var span = WorkingTime.of(nudgeAfter);
            if (span.times(2).equals(span)) {
                throw new IllegalArgumentException("without any time between them, reminders would never stop");
            }
            return span;
        });
    }

    public WorkingTime giveUp() {
        return read("SWITCHBOARD_GIVE_UP_AFTER", () -> WorkingTime.of(giveUpAfter));
    }

    private static <T> T read(String variable, Supplier<T> value) {
        try {
            return value.get();
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new CannotStart(variable + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
