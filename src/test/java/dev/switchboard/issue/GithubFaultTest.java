package dev.switchboard.issue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.FakeGithub;
import dev.switchboard.FakeGithub.Fault;
import dev.switchboard.issue.IssueTracker.FiledIssue;
import dev.switchboard.issue.IssueTracker.NewIssue;
import dev.switchboard.issue.Trackers.MovedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong in whichever call: in the end, after the job's retries, there is exactly one issue. */
class GithubFaultTest {

    private static final String MARKER = "<!-- switchboard:R-7 abc -->";
    private static final NewIssue ISSUE = new NewIssue(
            FakeGithub.REPOSITORY, MARKER, "Title", "Words\n" + MARKER, List.of("bug", "new label"), "dev-ana");

    /** As the diagrams have it: camunda:failedJobRetryTimeCycle of "File GitHub issue". */
    private static final List<Duration> RETRIES = Stream.of(5, 15, 30, 60, 300, 300, 300, 300, 300)
            .map(Duration::ofSeconds)
            .toList();

    /** Each costs the whole time that an answer may take. */
    private static final Set<Fault> SLOW = EnumSet.of(Fault.HANG, Fault.SLOW_DRIP);

    private static final Set<String> TIMED = Set.of("GET issues", "POST issues");

    private final MovedClock clock = new MovedClock();
    private final FakeGithub github = new FakeGithub(clock);
    private final IssueTracker tracker = Trackers.github(github, clock, Duration.ofSeconds(2));
    private final List<String> sentences = new ArrayList<>();

    @AfterEach
    void close() {
        github.close();
    }

    static Stream<Arguments> matrix() {
        return Stream.of(
                        "GET repo",
                        "GET issues",
                        "GET labels",
                        "POST labels",
                        "GET users",
                        "GET assignees",
                        "POST issues")
                .flatMap(call -> Stream.of(Fault.values())
                        .filter(fault -> !SLOW.contains(fault) || TIMED.contains(call))
                        .map(fault -> Arguments.of(call, fault)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("matrix")
    void thereIsOneIssueInTheEnd(String call, Fault fault) {
        github.next(call, fault);
        var filed = fileAsTheJobDoes();
        assertThat(github.issues(MARKER)).hasSize(1);
        assertThat(filed.number()).isEqualTo(github.issues(MARKER).get(0).number);
        assertThat(github.issues(MARKER).get(0).labels).containsExactly("bug", "new label");
        // One attempt is one POST: the library repeated nothing behind our back
        assertThat(github.calls().stream().filter("POST issues"::equals).count())
                .isEqualTo(call.equals("POST issues") && !fault.takesEffect ? 2 : 1);
        assertThat(sentences)
                .allSatisfy(sentence ->
                        assertThat(sentence).endsWith(".").contains("GitHub").doesNotContain(FakeGithub.TOKEN));
    }

    @Test
    void nobodyListensForAWhile() {
        github.hangUp();
        assertThat(attempt()).isNull();
        assertThat(sentences.get(0)).startsWith("GitHub could not be reached");
        github.pickUp();
        fileAsTheJobDoes();
        assertThat(github.issues(MARKER)).hasSize(1);
    }

    @Test
    void whileGithubWantsSilenceItIsNotAsked() {
        github.next("GET repo", Fault.TOO_MANY_REQUESTS);
        assertThat(attempt()).isNull();
        clock.advance(Duration.ofSeconds(30));
        assertThat(attempt()).isNull();
        assertThat(github.calls()).hasSize(1);
        assertThat(sentences.get(1)).contains("left alone until");
        clock.advance(Duration.ofSeconds(15));
        assertThat(attempt()).isNotNull();
    }

    private FiledIssue fileAsTheJobDoes() {
        for (var pause : RETRIES) {
            var filed = attempt();
            if (filed != null) {
                return filed;
            }
            clock.advance(pause);
        }
        throw new AssertionError("no attempt got through: " + sentences);
    }

    private FiledIssue attempt() {
        try {
            return tracker.find(ISSUE.repository(), MARKER, clock.instant().minus(Duration.ofMinutes(20)))
                    .orElseGet(() -> tracker.create(ISSUE));
        } catch (GithubTrouble e) {
            sentences.add(e.getMessage());
            return null;
        }
    }
}
