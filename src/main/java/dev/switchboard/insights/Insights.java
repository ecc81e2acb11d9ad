package dev.switchboard.insights;

import dev.switchboard.insights.InsightRows.RequestTimes;
import dev.switchboard.insights.InsightsController.CostFigures;
import dev.switchboard.insights.InsightsController.Figures;
import dev.switchboard.insights.InsightsController.Spread;
import dev.switchboard.system.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The figures of a period that ends now. */
@Component
class Insights {

    private final InsightRows rows;
    private final Clock clock;

    Insights(InsightRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    Figures of(int days) {
        var now = clock.instant();
        var since = Times.text(now.minus(Duration.ofDays(days)));
        var requests = rows.requests(since);
        var drafts = DraftOutcomes.of(rows.drafts(since), rows.approvals(since));
        var unedited = drafts.stream().mapToLong(kind -> kind.unedited()).sum();
        var approved =
                unedited + drafts.stream().mapToLong(kind -> kind.edited()).sum();
        return new Figures(
                since,
                requests.size(),
                requests.stream().filter(request -> request.closedAt() != null).count(),
                counts(requests, RequestTimes::type),
                counts(requests, RequestTimes::status),
                spread(requests, RequestTimes::firstReply),
                spread(requests, RequestTimes::closedAt),
                overdue(requests, Times.text(now)),
                share(unedited, approved),
                drafts,
                rows.costs(since).stream()
                        .map(cost -> new CostFigures(
                                cost.month(), cost.usd(), cost.requests() == 0 ? 0 : cost.usd() / cost.requests()))
                        .toList(),
                reclassified(since, requests.size()));
    }

    private Map<String, Double> reclassified(String since, long requests) {
        var shares = new LinkedHashMap<String, Double>();
        shares.put("type", share(0, requests));
        shares.put("urgency", share(0, requests));
        for (var overridden : rows.overridden(since)) {
            shares.put(overridden.type().replace("_overridden", ""), share(overridden.requests(), requests));
        }
        return shares;
    }

    private static Map<String, Long> counts(List<RequestTimes> requests, Function<RequestTimes, String> by) {
        return requests.stream()
                .map(by)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    }

    /** From a request's opening to the moment; requests that have not come so far are not counted. */
    private static Spread spread(List<RequestTimes> requests, Function<RequestTimes, String> moment) {
        var times = requests.stream()
                .filter(request -> moment.apply(request) != null)
                .map(request -> Duration.between(
                                Instant.parse(request.openedAt()), Instant.parse(moment.apply(request)))
                        .toMillis())
                .sorted()
                .toList();
        return times.isEmpty()
                ? new Spread(0, null, null)
                : new Spread(times.size(), percentile(times, 0.5), percentile(times, 0.9));
    }

    /** The smallest time within which that share of them lay (nearest rank). */
    private static Long percentile(List<Long> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    /** Late is what was answered after its deadline, or is past it with neither an answer nor an end. */
    private static Double overdue(List<RequestTimes> requests, String now) {
        var due = requests.stream().filter(request -> request.dueAt() != null).toList();
        var late = due.stream()
                .filter(request -> {
                    var answered = request.firstReply() == null ? request.closedAt() : request.firstReply();
                    return request.dueAt().compareTo(answered == null ? now : answered) < 0;
                })
                .count();
        return share(late, due.size());
    }

    private static Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
