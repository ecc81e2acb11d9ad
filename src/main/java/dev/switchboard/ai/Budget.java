package dev.switchboard.ai;

import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.system.Times;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a calendar month (UTC) may cost. Calls already under way are not counted, so the last ones may pass the limit by
 * as much as they cost together.
 */
@Component
class Budget {

    private static final Logger LOG = LoggerFactory.getLogger(Budget.class);

    private final Double limit;
    private final ModelCalls calls;
    private final Events events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile YearMonth noticed;

    Budget(AiProperties properties, ModelCalls calls, Events events, TransactionTemplate transaction, Clock clock) {
        this.limit = properties.aiBudgetUsd();
        this.calls = calls;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Why no call may be made, or null; the first time in a month it leaves a notice. */
    String exhausted() {
        if (limit == null) {
            return null;
        }
        var month = month();
        var spent = spentIn(month);
        if (spent < limit) {
            return null;
        }
        if (!month.equals(noticed)) {
            noticed = month;
            LOG.warn("The AI budget of {} is spent: people write the drafts until the month ends", month);
            transaction.executeWithoutResult(tx -> events.appendOnce(
                    month.toString(),
                    Actor.SYSTEM,
                    "ai_budget_reached",
                    null,
                    null,
                    Map.of("month", month.toString(), "limitUsd", limit, "spentUsd", spent)));
        }
        return "the AI budget of this month is spent";
    }

    /** For the table at the start: nothing where there is no limit. */
    String summary() {
        return limit == null
                ? ""
                : String.format(Locale.ROOT, ", %.2f of %.2f USD spent this month", spentIn(month()), limit);
    }

    private YearMonth month() {
        return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
    }

    private double spentIn(YearMonth month) {
        return calls.spentSince(
                Times.text(month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
    }
}
