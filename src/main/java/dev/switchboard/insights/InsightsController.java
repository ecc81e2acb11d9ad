package dev.switchboard.insights;

import dev.switchboard.system.Problem;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class InsightsController {

    private static final int LONGEST_DAYS = 366;

    private final Insights insights;

    InsightsController(Insights insights) {
        this.insights = insights;
    }

    /**
     * @param since the beginning of the period that the figures are of, as an RFC 3339 time
     * @param overdueShare requests that were not answered in time, of those that had a deadline; null without any
     * @param unedited drafts approved without a change, of all that were approved; null without any
     * @param reclassified by classifier ({@code type}, {@code urgency}): the share of requests in which a person changed it
     */
    record Figures(
            String since,
            long opened,
            long closed,
            Map<String, Long> byType,
            Map<String, Long> byStatus,
            Spread firstReply,
            Spread close,
            Double overdueShare,
            Double unedited,
            List<DraftFigures> drafts,
            List<CostFigures> aiCost,
            Map<String, Double> reclassified) {}

    /** @param medianMs null when nothing was measured */
    record Spread(long count, Long medianMs, Long p90Ms) {}

    /** @param kind such as {@code draft_answer}; {@code open} ones wait for their review */
    record DraftFigures(String kind, String promptVersion, long unedited, long edited, long rejected, long open) {}

    /** @param month in UTC, such as {@code 2026-11} */
    record CostFigures(String month, double usd, double usdPerRequest) {}

    @GetMapping("/api/insights")
    Figures figures(@RequestParam(defaultValue = "30") int days) {
        if (days < 1 || days > LONGEST_DAYS) {
            throw Problem.badRequest("days must be between 1 and " + LONGEST_DAYS + ", not " + days + ".");
        }
        return insights.of(days);
    }
}
