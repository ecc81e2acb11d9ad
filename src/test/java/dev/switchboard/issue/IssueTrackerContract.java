package dev.switchboard.issue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.issue.IssueTracker.NewIssue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every tracker does; one small subclass per tracker. */
abstract class IssueTrackerContract {

    private final Instant begin = Instant.now();
    private final String marker = "<!-- switchboard:R-1 " + UUID.randomUUID() + " -->";

    abstract IssueTracker tracker();

    @Test
    void nothingIsFoundBeforeItIsFiled() {
        assertThat(tracker().find(repository(), marker, begin)).isEmpty();
    }

    @Test
    void whatWasFiledIsFoundAgain() {
        var filed = tracker().create(issue(marker, "dev-ana"));
        assertThat(filed.number()).isPositive();
        assertThat(filed.url()).startsWith("http").endsWith("/issues/" + filed.number());
        assertThat(filed.assignee()).isEqualTo("dev-ana");
        assertThat(tracker().find(repository(), marker, begin)).contains(filed);
    }

    @Test
    void anotherRequestsIssueIsNotTaken() {
        tracker().create(issue(marker.replace("R-1 ", "R-10 "), null));
        assertThat(tracker().find(repository(), marker, begin)).isEmpty();
    }

    @Test
    void everyIssueHasItsOwnNumberAndMayBelongToNobody() {
        var one = tracker().create(issue(marker, null));
        var other = tracker().create(issue(marker.replace("R-1 ", "R-2 "), null));
        assertThat(other.number()).isNotEqualTo(one.number());
        assertThat(other.assignee()).isNull();
        assertThat(tracker().find(repository(), marker, begin)).contains(one);
    }

    private String repository() {
        return tracker().defaultRepository();
    }

    private NewIssue issue(String marker, String assignee) {
        return new NewIssue(
                repository(),
                marker,
                "Dark mode: \"now\" 🌙",
                "Words with ünïcode 🌙, <b>tags</b> and `code`\n\n" + marker,
                List.of("enhancement", "needs design"),
                assignee);
    }
}
