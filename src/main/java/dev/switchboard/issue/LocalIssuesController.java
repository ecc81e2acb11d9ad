package dev.switchboard.issue;

import dev.switchboard.request.Issue;
import dev.switchboard.request.Issues;
import dev.switchboard.system.Json;
import dev.switchboard.system.Problem;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The local tracker's issues, for the page that their address leads to. */
@RestController
class LocalIssuesController {

    private final LocalTracker.LocalIssues localIssues;
    private final Issues issues;

    LocalIssuesController(LocalTracker.LocalIssues localIssues, Issues issues) {
        this.localIssues = localIssues;
        this.issues = issues;
    }

    /** @param state {@code open} or {@code closed}, then with a {@code closeReason} */
    record LocalIssueView(
            int number,
            String repository,
            String requestId,
            String title,
            String body,
            List<String> labels,
            String assignee,
            String state,
            String closeReason,
            String createdAt) {}

    @GetMapping("/api/issues/{number}")
    LocalIssueView get(@PathVariable int number) {
        var issue = localIssues.get(number);
        if (issue == null) {
            throw Problem.notFound("The local tracker has no issue " + number + ".");
        }
        // The tracker's own row is what was filed; what became of it is known with the request
        var known = issues.at(LocalTracker.PROVIDER, null, issue.repository(), number).stream()
                .findFirst();
        return new LocalIssueView(
                number,
                issue.repository(),
                known.map(Issue::requestId).orElse(null),
                issue.title(),
                issue.body(),
                Json.readList(issue.labels(), String.class),
                known.map(Issue::assignee).orElse(issue.assignee()),
                known.map(Issue::state).orElse(issue.state()),
                known.map(Issue::closeReason).orElse(null),
                issue.createdAt());
    }
}
