package dev.switchboard.issue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The edge to where issues lie. It has no idempotency keys: the marker in an issue's body is how one is found again. */
interface IssueTracker {

    /**
     * An issue to be filed.
     *
     * @param marker in the body; unique per request
     * @param assignee null for nobody
     */
    record NewIssue(
            String repository, String marker, String title, String body, List<String> labels, String assignee) {}

    /**
     * @param repositoryId stays the same when the repository is renamed; null where there is none
     * @param assignee whom the tracker really assigned; null when it would not
     */
    record FiledIssue(Long repositoryId, int number, String url, String assignee) {}

    /** Such as {@code github} or {@code local}. */
    String provider();

    /** Where issues go when the assignment table names no repository. */
    String defaultRepository();

    /**
     * The issue whose body carries this marker, if an earlier attempt got through.
     *
     * @param since when the first attempt began; older issues need not be looked at
     */
    Optional<FiledIssue> find(String repository, String marker, Instant since);

    /** One call is at most one issue; an exception leaves open whether it was made. */
    FiledIssue create(NewIssue issue);
}
