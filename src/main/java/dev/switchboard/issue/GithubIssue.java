package dev.switchboard.issue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.kohsuke.github.GHIssue;
import org.kohsuke.github.GHIssueState;
import org.kohsuke.github.GHIssueStateReason;
import org.kohsuke.github.GHRepository;

/**
 * How an issue stands at GitHub, told by the webhook or asked for.
 *
 * @param repositoryId null where nobody says
 * @param repository its name as of now
 * @param closeReason {@code completed} or {@code not_planned}; null while it is open
 * @param assignee login, or null
 * @param updatedAt to the second
 */
record GithubIssue(
        Long repositoryId,
        String repository,
        int number,
        String url,
        String closeReason,
        String assignee,
        Instant updatedAt) {

    private static final String COMPLETED = "completed";
    private static final String NOT_PLANNED = "not_planned";

    boolean open() {
        return closeReason == null;
    }

    static GithubIssue of(GHRepository repository, GHIssue issue) throws IOException {
        var assignee = issue.getAssignee();
        var reason = issue.getStateReason();
        return new GithubIssue(
                repository.getId(),
                repository.getFullName(),
                issue.getNumber(),
                String.valueOf(issue.getHtmlUrl()),
                issue.getState() == GHIssueState.OPEN
                        ? null
                        : reason == null || reason == GHIssueStateReason.COMPLETED ? COMPLETED : NOT_PLANNED,
                assignee == null ? null : assignee.getLogin(),
                issue.getUpdatedAt() == null
                        ? Instant.EPOCH
                        : issue.getUpdatedAt().toInstant());
    }

    /** @param payload of an {@code issues} or {@code issue_comment} event */
    static GithubIssue of(JsonNode payload) {
        var issue = payload.path("issue");
        var repository = payload.path("repository");
        return new GithubIssue(
                repository.path("id").canConvertToLong() ? repository.path("id").asLong() : null,
                repository.path("full_name").asText(),
                issue.path("number").asInt(),
                issue.path("html_url").asText(),
                issue.path("state").asText().equals("closed")
                        ? reason(issue.path("state_reason").asText(COMPLETED))
                        : null,
                issue.path("assignee").path("login").asText(null),
                time(issue.path("updated_at").asText()));
    }

    /** A duplicate is not done here, and a reason we do not know had better not be told as "done". */
    private static String reason(String text) {
        return text.equals(COMPLETED) ? COMPLETED : NOT_PLANNED;
    }

    static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }
}
