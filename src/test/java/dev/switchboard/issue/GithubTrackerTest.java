package dev.switchboard.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.FakeGithub;
import dev.switchboard.issue.IssueTracker.NewIssue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GithubTrackerTest extends IssueTrackerContract {

    private static final String MARKER = "<!-- switchboard:R-7 abc -->";
    private static final Duration LONG = Duration.ofSeconds(15);

    private final FakeGithub github = new FakeGithub(Clock.systemUTC());
    private final GithubTracker tracker = Trackers.github(github, Clock.systemUTC(), LONG);

    @Override
    IssueTracker tracker() {
        return tracker;
    }

    @AfterEach
    void close() {
        github.close();
    }

    @Test
    void labelsAreMadeWhenTheyAreMissing() {
        tracker.create(issue(FakeGithub.REPOSITORY, List.of("bug", "needs design"), null));
        assertThat(github.labels()).contains("bug", "needs design");
        assertThat(github.issues(MARKER).get(0).labels).containsExactly("bug", "needs design");
        assertThat(github.calls().stream().filter("POST labels"::equals)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-person", "stranger", "../../admin", "two words", ""})
    void whoCannotBeAssignedIsNobody(String login) {
        var filed = tracker.create(issue(FakeGithub.REPOSITORY, List.of(), login));
        assertThat(filed.assignee()).isNull();
        assertThat(github.issues(MARKER)).hasSize(1);
    }

    @Test
    void anIssueIsFoundBehindManyNewerOnes() {
        var filed = tracker.create(issue(FakeGithub.REPOSITORY, List.of(), null));
        IntStream.range(0, 250).forEach(i -> github.file(FakeGithub.REPOSITORY, "noise"));
        assertThat(tracker.find(FakeGithub.REPOSITORY, MARKER, Instant.now())).contains(filed);
        assertThat(tracker.find("acme/other", MARKER, Instant.now())).isEmpty();
    }

    @Test
    void aClosedIssueIsFoundToo() {
        var filed = tracker.create(issue(FakeGithub.REPOSITORY, List.of(), null));
        github.setState(github.issues(MARKER).get(0), "not_planned");
        assertThat(tracker.find(FakeGithub.REPOSITORY, MARKER, Instant.EPOCH)).contains(filed);
        assertThat(tracker.look(null, FakeGithub.REPOSITORY, filed.number()))
                .hasValueSatisfying(seen -> assertThat(seen.closeReason()).isEqualTo("not_planned"));
    }

    @ParameterizedTest
    @CsvSource({
        "404, no repository acme/shop that the token may see",
        "301, renamed or moved",
        "410, Issues are switched off in acme/shop",
        "403, forbids this to the token",
        "401, refuses the token",
        "500, error of its own (500)"
    })
    void aRefusalSaysWhatToDo(int status, String words) {
        github.refuse(FakeGithub.REPOSITORY, status);
        assertThatThrownBy(() -> tracker.create(issue(FakeGithub.REPOSITORY, List.of(), null)))
                .isInstanceOf(GithubTrouble.class)
                .hasMessageContaining(words)
                .message()
                .doesNotContain(FakeGithub.TOKEN);
        assertThat(github.issues(MARKER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "acme/shop/../other", "acme/shop?x=1", "https://github.com/acme/shop", "local"})
    void whatIsNoRepositoryIsNotAskedFor(String repository) {
        assertThatThrownBy(() -> tracker.find(repository, MARKER, Instant.now()))
                .isInstanceOf(GithubTrouble.class)
                .hasMessageContaining("owner/name");
        assertThat(github.calls()).isEmpty();
    }

    @Test
    void aLongTitleIsShortenedAndALongTextIsRefusedWithItsLength() {
        tracker.create(new NewIssue(FakeGithub.REPOSITORY, MARKER, "t".repeat(300), MARKER, List.of(), null));
        assertThat(github.issues(MARKER).get(0).title).hasSize(256).endsWith("…");
        assertThatThrownBy(() -> tracker.create(
                        new NewIssue(FakeGithub.REPOSITORY, MARKER, "Title", "x".repeat(65_537), List.of(), null)))
                .hasMessageContaining("65537 characters");
    }

    /** The address of the next page comes with an answer; the token does not go wherever that says. */
    @Test
    void aPageElsewhereIsNotAskedFor() {
        IntStream.range(0, 101).forEach(i -> github.file(FakeGithub.REPOSITORY, "noise"));
        try (var elsewhere = new FakeGithub(Clock.systemUTC())) {
            github.pagesLieAt(elsewhere.url());
            assertThatThrownBy(() -> tracker.find(FakeGithub.REPOSITORY, MARKER, Instant.now()))
                    .isInstanceOf(GithubTrouble.class)
                    .hasMessageContaining("not followed");
            assertThat(elsewhere.calls()).isEmpty();
        }
    }

    @Test
    void aWrongTokenIsTroubleThatHealthCanTell() {
        var wrong = Trackers.github(github.url(), "ghp_wrong", Clock.systemUTC(), LONG);
        assertThat(wrong.trouble().orElseThrow()).contains("refuses the token").doesNotContain("ghp_wrong");
        assertThat(tracker.trouble()).isEmpty();
    }

    private static NewIssue issue(String repository, List<String> labels, String assignee) {
        return new NewIssue(repository, MARKER, "Title", "Words\n" + MARKER, labels, assignee);
    }
}
