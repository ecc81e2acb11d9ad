package dev.switchboard.issue;

import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.process.Workflow;
import dev.switchboard.request.Issue;
import dev.switchboard.request.Issues;
import dev.switchboard.request.Requests;
import dev.switchboard.request.Status;
import dev.switchboard.system.Problem;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A closed issue is written down first and then told to the process that waits for it, again until it has heard. */
@Component
class ClosedIssues {

    private static final Logger LOG = LoggerFactory.getLogger(ClosedIssues.class);

    private final Issues issues;
    private final Requests requests;
    private final Workflow workflow;
    private final Events events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ClosedIssues(
            Issues issues,
            Requests requests,
            Workflow workflow,
            Events events,
            TransactionTemplate transaction,
            Clock clock) {
        this.issues = issues;
        this.requests = requests;
        this.workflow = workflow;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @throws Problem 404 when the request has no filed issue; closing a closed one changes nothing */
    void close(String requestId, String reason, Actor actor) {
        var request = requests.get(requestId);
        if (!issues.find(requestId).map(Issue::filed).orElse(false)) {
            throw Problem.notFound(requestId + " has no issue yet.");
        }
        transaction.executeWithoutResult(tx -> {
            if (issues.close(requestId, reason) == 1) {
                events.append(actor, "issue_closed", requestId, request.clientId(), Map.of("reason", reason));
            }
        });
        tell();
    }

    @Scheduled(fixedDelay = 2_000)
    void tell() {
        for (var issue : issues.unannounced()) {
            try {
                tell(issue);
            } catch (RuntimeException e) {
                LOG.warn("The process of {} was not told that its issue is closed, and will be", issue.requestId(), e);
            }
        }
    }

    /** The process may still be on its way to where it waits: then the next sweep tells it. */
    private void tell(Issue issue) {
        var heard = workflow.issueClosed(issue.requestId(), issue.closeReason());
        if (heard || requests.get(issue.requestId()).closed()) {
            transaction.executeWithoutResult(tx -> {
                if (heard) {
                    requests.setStatus(issue.requestId(), Status.IN_PROGRESS);
                }
                issues.announced(issue.requestId(), clock.instant());
            });
        }
    }
}
