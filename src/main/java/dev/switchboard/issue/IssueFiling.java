package dev.switchboard.issue;

import dev.switchboard.approval.Approvals.Approval;
import dev.switchboard.audit.Actor;
import dev.switchboard.audit.Events;
import dev.switchboard.document.Documents;
import dev.switchboard.issue.IssueTracker.FiledIssue;
import dev.switchboard.issue.IssueTracker.NewIssue;
import dev.switchboard.request.Issue;
import dev.switchboard.request.Issues;
import dev.switchboard.request.Requests;
import dev.switchboard.request.Status;
import dev.switchboard.system.Json;
import dev.switchboard.system.SwitchboardProperties;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files one issue per request. The intent is written down first; after a crash the tracker is searched for the marker
 * before anything is created, so that an answer that was lost does not become a second issue.
 */
@Component
class IssueFiling {

    private final IssueTracker tracker;
    private final Documents documents;
    private final Issues issues;
    private final Requests requests;
    private final Events events;
    private final TransactionTemplate transaction;
    private final String publicUrl;
    private final Clock clock;

    IssueFiling(
            IssueTracker tracker,
            Documents documents,
            Issues issues,
            Requests requests,
            Events events,
            TransactionTemplate transaction,
            SwitchboardProperties properties,
            Clock clock) {
        this.tracker = tracker;
        this.documents = documents;
        this.issues = issues;
        this.requests = requests;
        this.events = events;
        this.transaction = transaction;
        this.publicUrl = properties.publicUrl();
        this.clock = clock;
    }

    /**
     * Where an issue goes, as assignment.dmn decided.
     *
     * @param repository empty for the configured default
     * @param labels comma separated
     * @param assignee empty for nobody
     */
    record Assignment(String repository, String labels, String assignee) {

        List<String> labelList() {
            return Arrays.stream(labels.split(","))
                    .map(String::strip)
                    .filter(l -> !l.isEmpty())
                    .toList();
        }

        String assigneeOrNull() {
            return assignee.isBlank() ? null : assignee.strip();
        }
    }

    /** @param approval of exactly these words; who calls has required it */
    void file(Approval approval, String title, String markdown, Assignment assignment) {
        var requestId = approval.requestId();
        if (issues.find(requestId).map(Issue::filed).orElse(false)) {
            return;
        }
        var repository = assignment.repository().isBlank()
                ? tracker.defaultRepository()
                : assignment.repository().strip();
        transaction.executeWithoutResult(tx -> issues.filing(
                requestId,
                tracker.provider(),
                repository,
                title,
                assignment.assigneeOrNull(),
                Json.write(assignment.labelList()),
                clock.instant()));
        var marker = marker(approval);
        var since = issues.find(requestId).map(Issue::filingSince).orElse(Instant.EPOCH);
        var filed = tracker.find(repository, marker, since)
                .orElseGet(() -> tracker.create(new NewIssue(
                        repository,
                        marker,
                        title,
                        body(markdown, requestId, approval, marker),
                        assignment.labelList(),
                        assignment.assigneeOrNull())));
        record(requestId, repository, filed, assignment.assigneeOrNull(), approval);
    }

    /** The number alone could be guessed, and planted in a public repository; the hash of the words cannot. */
    private static String marker(Approval approval) {
        return "<!-- switchboard:" + approval.requestId() + " "
                + approval.sha256().substring(0, 16) + " -->";
    }

    private void record(
            String requestId, String repository, FiledIssue filed, String wantedAssignee, Approval approval) {
        transaction.executeWithoutResult(tx -> {
            issues.filed(
                    requestId,
                    tracker.provider(),
                    repository,
                    filed.repositoryId(),
                    filed.number(),
                    filed.url(),
                    filed.assignee(),
                    clock.instant());
            requests.setStatus(requestId, Status.WAITING_FOR_DELIVERY);
            events.appendOnce(
                    requestId,
                    Actor.SYSTEM,
                    "issue_filed",
                    requestId,
                    requests.get(requestId).clientId(),
                    Map.of(
                            "provider", tracker.provider(),
                            "repository", repository,
                            "number", filed.number(),
                            "approval", approval.id(),
                            "approvedBy", approval.approvedBy(),
                            "sha256", approval.sha256()));
            if (wantedAssignee != null && filed.assignee() == null) {
                events.appendOnce(
                        requestId,
                        Actor.SYSTEM,
                        "issue_left_unassigned",
                        requestId,
                        requests.get(requestId).clientId(),
                        Map.of("wanted", wantedAssignee, "repository", repository));
            }
        });
    }

    /** The approved words unchanged, and below a line what leads back to them. */
    private String body(String markdown, String requestId, Approval approval, String marker) {
        var document = documents
                .approvedPath(approval.id())
                .map(path -> ", [document](" + publicUrl + path + ")")
                .orElse("");
        return markdown + "\n\n---\nRequest [" + requestId + "](" + publicUrl + "/requests/" + requestId + ")"
                + document + ", approved by " + approval.approvedBy() + "\n" + marker + "\n";
    }
}
