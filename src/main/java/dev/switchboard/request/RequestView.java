package dev.switchboard.request;

import dev.switchboard.process.Progress.Step;
import java.time.Instant;
import java.util.List;

/** A request as the outside sees it. */
record RequestView(
        String id,
        String title,
        ClientRef client,
        Contact contact,
        RequestType type,
        Urgency urgency,
        String sentiment,
        String language,
        Double confidence,
        Status status,
        String handling,
        String assignee,
        Instant dueAt,
        boolean overdue,
        Instant openedAt,
        Instant closedAt,
        List<Step> currentSteps,
        IssueView issue,
        String mergedInto,
        List<RequestLinks.Link> links) {

    /** Null in a view while the number is nobody's. */
    record ClientRef(String id, String name) {}

    record Contact(String name, String channel, String address) {}

    record IssueView(String provider, String repository, Integer number, String url, String state, String assignee) {

        static IssueView of(Issue issue) {
            return new IssueView(
                    issue.provider(), issue.repository(), issue.number(), issue.url(), issue.state(), issue.assignee());
        }
    }
}
