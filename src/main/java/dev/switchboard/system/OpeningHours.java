package dev.switchboard.system;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads a week's hours as OpenStreetMap writes them (wiki.openstreetmap.org, "Key:opening_hours"), of which it takes days
 * and times: {@code Mo-Fr 09:00-12:30,13:30-18:00; Sa 10:00-13:00}, or {@code 24/7}.
 */
final class OpeningHours {

    private static final List<String> DAYS = List.of("mo", "tu", "we", "th", "fr", "sa", "su");
    private static final Pattern RULE = Pattern.compile("([a-z]{2})(?:\\s*-\\s*([a-z]{2}))?\\s+(.+)");

    private OpeningHours() {}

    /** Working time from {@code from} until just before {@code to}; {@link LocalTime#MAX} is the day's end. */
    record Interval(LocalTime from, LocalTime to) {

        boolean holds(LocalTime time) {
            return !time.isBefore(from) && time.isBefore(to);
        }
    }

    /** @throws IllegalArgumentException when it says no hours, with the part that cannot be read */
    static Map<DayOfWeek, List<Interval>> week(String text) {
        var week = new EnumMap<DayOfWeek, List<Interval>>(DayOfWeek.class);
        var rules = text.strip().equals("24/7") ? "Mo-Su 00:00-24:00" : text;
        for (var rule : rules.split(";")) {
            var matcher = RULE.matcher(rule.strip().toLowerCase(java.util.Locale.ROOT));
            if (!matcher.matches()) {
                throw unreadable(rule);
            }
            var first = DAYS.indexOf(matcher.group(1));
            var last = matcher.group(2) == null ? first : DAYS.indexOf(matcher.group(2));
            if (first < 0 || last < first) {
                throw unreadable(rule);
            }
            for (var day = first; day <= last; day++) {
                week.put(DayOfWeek.of(day + 1), intervals(rule, matcher.group(3)));
            }
        }
        return week;
    }

    private static List<Interval> intervals(String rule, String times) {
        var found = new ArrayList<Interval>();
        for (var span : times.split(",")) {
            var ends = span.strip().split("\\s*-\\s*");
            if (ends.length != 2) {
                throw unreadable(rule);
            }
            try {
                var to = ends[1].equals("24:00") ? LocalTime.MAX : LocalTime.parse(ends[1]);
                found.add(new Interval(LocalTime.parse(ends[0]), to));
            } catch (DateTimeParseException e) {
                throw unreadable(rule);
            }
        }
        found.sort(Comparator.comparing(Interval::from));
        for (var i = 0; i < found.size(); i++) {
            var interval = found.get(i);
            var overlaps = i > 0 && interval.from().isBefore(found.get(i - 1).to());
            if (overlaps || !interval.from().isBefore(interval.to())) {
                throw unreadable(rule);
            }
        }
        return List.copyOf(found);
    }

    private static IllegalArgumentException unreadable(String rule) {
        return new IllegalArgumentException(
                "\"" + rule.strip() + "\" says no hours: write them like Mo-Fr 09:00-17:00; Sa 10:00-13:00");
    }
}
