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
import java.util.HashMap;
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

    /**
     * Closes an issue of the local tracker; closing a closed one changes nothing.
     *
     * @throws Problem 404 when the request has no filed issue, 409 when it lies elsewhere
     */
    void close(String requestId, String reason, Actor actor) {
        requests.get(requestId);
        var issue = issues.find(requestId)
                .filter(Issue::filed)
                .orElseThrow(() -> Problem.notFound(requestId + " has no issue yet."));
        if (!LocalTracker.PROVIDER.equals(issue.provider())) {
            throw Problem.conflict("The issue lies at " + issue.url() + ": close it there.");
        }
        transaction.executeWithoutResult(tx -> record(requestId, reason, actor, Map.of()));
        tell();
    }

    /** Writes down, in the caller's transaction, that an issue was closed; {@link #tell} belongs after it. */
    void record(String requestId, String reason, Actor actor, Map<String, String> details) {
        if (issues.close(requestId, reason) == 1) {
            var all = new HashMap<>(details);
            all.put("reason", reason);
            events.append(
                    actor, "issue_closed", requestId, requests.get(requestId).clientId(), all);
        }
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
