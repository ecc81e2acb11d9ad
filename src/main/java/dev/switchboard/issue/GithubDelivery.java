package dev.switchboard.issue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.issue.IssueComments.Comment;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One delivery of GitHub's webhook: its id and its effect are committed together, so a repeat changes nothing. */
@Component
class GithubDelivery {

    /** Every text of ours at GitHub carries the marker; our own words are nobody's comment. */
    private static final String OURS = "<!-- switchboard:";

    private final GithubDeliveries deliveries;
    private final GithubChanges changes;
    private final Clock clock;

    GithubDelivery(GithubDeliveries deliveries, GithubChanges changes, Clock clock) {
        this.deliveries = deliveries;
        this.changes = changes;
        this.clock = clock;
    }

    @Transactional
    public void apply(String id, String event, JsonNode payload) {
        var comment = event.equals("issue_comment") && action(payload).equals("created");
        if (!event.equals("issues") && !comment || deliveries.insert(id, event, clock.instant()) == 0) {
            return;
        }
        var issue = GithubIssue.of(payload);
        if (comment) {
            comment(issue, payload.path("comment"));
        } else if (action(payload).equals("deleted") || action(payload).equals("transferred")) {
            changes.lost(issue);
        } else {
            changes.follow(issue, payload.path("sender").path("login").asText());
        }
    }

    private void comment(GithubIssue issue, JsonNode comment) {
        var body = comment.path("body").asText();
        if (!comment.path("id").asText().isEmpty() && !body.contains(OURS)) {
            changes.commented(
                    issue,
                    new Comment(
                            comment.path("id").asText(),
                            null,
                            comment.path("user").path("login").asText(),
                            body,
                            comment.path("html_url").asText(),
                            GithubIssue.time(comment.path("created_at").asText())));
        }
    }

    private static String action(JsonNode payload) {
        return payload.path("action").asText();
    }
}
