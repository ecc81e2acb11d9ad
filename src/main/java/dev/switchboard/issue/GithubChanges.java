package dev.switchboard.issue;

import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.request.Issue;
import dev.switchboard.request.Issues;
import dev.switchboard.request.Requests;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happened to our issues at GitHub. It follows the issue's state and not the name of the event: webhooks come late,
 * twice, in any order or never, and the catch-up sees states alone.
 */
@Component
class GithubChanges {

    private final Issues issues;
    private final IssueComments comments;
    private final ClosedIssues closedIssues;
    private final Requests requests;
    private final Events events;

    GithubChanges(Issues issues, IssueComments comments, ClosedIssues closedIssues, Requests requests, Events events) {
        this.issues = issues;
        this.comments = comments;
        this.closedIssues = closedIssues;
        this.requests = requests;
        this.events = events;
    }

    /** @param by who changed it, a login; empty when nobody says */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(GithubIssue now, String by) {
        for (var issue : ours(now)) {
            if (issue.changedAt() != null && issue.changedAt().isAfter(now.updatedAt())) {
                continue;
            }
            issues.setChangedAt(issue.requestId(), now.updatedAt());
            place(issue, now);
            if (!now.open()) {
                closedIssues.record(issue.requestId(), now.closeReason(), github(), Map.of("by", by));
            } else if (issues.reopen(issue.requestId()) == 1) {
                append("issue_reopened", issue, Map.of("by", by));
            }
            if (!Objects.equals(issue.assignee(), now.assignee())) {
                issues.setAssignee(issue.requestId(), now.assignee());
                append("issue_assigned", issue, Map.of("by", by, "assignee", Objects.toString(now.assignee(), "")));
            }
        }
    }

    /** The event says who and which; the words lie in their own row, where they can be erased. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void commented(GithubIssue at, IssueComments.Comment comment) {
        for (var issue : ours(at)) {
            if (comments.insert(comment.of(issue.requestId())) == 1) {
                append("issue_commented", issue, Map.of("author", comment.author(), "comment", comment.id()));
            }
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void lost(GithubIssue gone) {
        ours(gone).forEach(this::lost);
    }

    /** Deleted or moved away: nothing will ever close it, so a person must know. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lost(Issue issue) {
        events.appendOnce(
                issue.requestId(),
                github(),
                "issue_lost",
                issue.requestId(),
                requests.get(issue.requestId()).clientId(),
                Map.of("repository", issue.repository(), "number", issue.number()));
    }

    /** A repository that was renamed or given to another owner is still ours; from here on it is asked by its new name. */
    private void place(Issue issue, GithubIssue now) {
        var renamed = !issue.repository().equalsIgnoreCase(now.repository());
        if (renamed || issue.repositoryId() == null && now.repositoryId() != null) {
            issues.setPlace(issue.requestId(), now.repository(), now.repositoryId(), now.url());
        }
        if (renamed) {
            append("issue_repository_renamed", issue, Map.of("from", issue.repository(), "to", now.repository()));
        }
    }

    private List<Issue> ours(GithubIssue issue) {
        return issues.at(GithubTracker.PROVIDER, issue.repositoryId(), issue.repository(), issue.number());
    }

    private void append(String type, Issue issue, Map<String, ?> details) {
        events.append(
                github(),
                type,
                issue.requestId(),
                requests.get(issue.requestId()).clientId(),
                details);
    }

    private static Actor github() {
        return new Actor(Actor.SYSTEM.kind(), GithubTracker.PROVIDER);
    }
}
