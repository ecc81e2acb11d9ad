package dev.switchboard.issue;

import dev.switchboard.request.Issue;
import dev.switchboard.request.Issues;
import java.util.HashSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks after open issues whose webhook never came: it was not set up, we were down, or the issue was closed before its
 * filing was written down. One call per open issue, because only that tells a deleted one too.
 */
class GithubCatchUp {

    private static final Logger LOG = LoggerFactory.getLogger(GithubCatchUp.class);

    private final GithubTracker tracker;
    private final Issues issues;
    private final GithubChanges changes;
    private final ClosedIssues closedIssues;
    private final TransactionTemplate transaction;

    GithubCatchUp(
            GithubTracker tracker,
            Issues issues,
            GithubChanges changes,
            ClosedIssues closedIssues,
            TransactionTemplate transaction) {
        this.tracker = tracker;
        this.issues = issues;
        this.changes = changes;
        this.closedIssues = closedIssues;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${github.catch-up-every:PT5M}", initialDelayString = "${github.catch-up-every:PT5M}")
    void run() {
        var troubles = new HashSet<String>();
        for (var issue : issues.open(GithubTracker.PROVIDER)) {
            try {
                look(issue);
            } catch (GithubTrouble e) {
                // The next may lie in a repository that answers
                if (troubles.add(e.getMessage())) {
                    LOG.warn("Open issues could not be looked at: {}", e.getMessage());
                }
            }
        }
        closedIssues.tell();
    }

    private void look(Issue issue) {
        var found = tracker.look(issue.repositoryId(), issue.repository(), issue.number());
        transaction.executeWithoutResult(
                tx -> found.ifPresentOrElse(now -> changes.follow(now, ""), () -> changes.lost(issue)));
    }
}
