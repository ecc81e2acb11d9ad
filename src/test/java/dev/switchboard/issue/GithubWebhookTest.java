package dev.switchboard.issue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.Desk;
import dev.switchboard.FakeGithub;
import dev.switchboard.SwitchboardTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@SwitchboardTest
class GithubWebhookTest extends GithubProgram {

    @ParameterizedTest
    @CsvSource({"completed, completed", "not_planned, not_planned", "duplicate, not_planned"})
    void aClosedIssueWakesItsProcess(String stateReason, String closeReason) {
        var request = filed("Closed as " + stateReason);
        GITHUB.setState(issue(request), stateReason);
        var body = Desk.json(GITHUB.event("closed", issue(request)));
        deliver("closed-" + stateReason, "issues", body).expect(200);
        assertThat(closeReason(request)).isEqualTo(closeReason);
        assertThat(shown(request).path("state").asText()).isEqualTo("closed");
        deliver("closed-" + stateReason, "issues", body).expect(200);
        assertThat(timeline(request, "issue_closed")).singleElement().satisfies(entry -> {
            assertThat(entry.path("details").path("reason").asText()).isEqualTo(closeReason);
            assertThat(entry.path("details").path("by").asText()).isEqualTo("octo-dev");
        });
    }

    @Test
    void aRepeatOfADeliveryChangesNothing() {
        var request = filed("Repeat");
        GITHUB.setState(issue(request), "completed");
        var closed = Desk.json(GITHUB.event("closed", issue(request)));
        deliver("repeat-1", "issues", closed).expect(200);
        GITHUB.setState(issue(request), null);
        deliver("repeat-2", "issues", Desk.json(GITHUB.event("reopened", issue(request))))
                .expect(200);
        deliver("repeat-1", "issues", closed).expect(200);
        assertThat(shown(request).path("state").asText()).isEqualTo("open");
        assertThat(timeline(request, "issue_closed")).hasSize(1);
        assertThat(timeline(request, "issue_reopened")).hasSize(1);
    }

    @Test
    void anOlderStateThatComesLateIsLeftAlone() {
        var request = filed("Late");
        var issue = issue(request);
        var assigned = GITHUB.event("assigned", issue);
        @SuppressWarnings("unchecked") // JSON of our own making, an object at that place
        var old = (Map<String, Object>) assigned.get("issue");
        old.put("updated_at", "2020-01-01T00:00:00Z");
        old.put("assignee", Map.of("login", "dev-old"));
        GITHUB.assign(issue, "dev-new");
        deliver("issues", GITHUB.event("assigned", issue)).expect(200);
        deliver("issues", assigned).expect(200);
        assertThat(shown(request).path("assignee").asText()).isEqualTo("dev-new");
        assertThat(timeline(request, "issue_assigned")).hasSize(1);
    }

    @Test
    void aCommentIsOnTheTimelineAndItsWordsAreNot() {
        var request = filed("Comment");
        var event = GITHUB.commentEvent(issue(request), 4711, "octo-dev", "Which \"shade\" of dark? 🌙");
        deliver("issue_comment", event).expect(200);
        deliver("issue_comment", event).expect(200);
        assertThat(timeline(request, "issue_commented")).singleElement().satisfies(entry -> {
            assertThat(entry.path("details").path("author").asText()).isEqualTo("octo-dev");
            assertThat(entry.path("details").path("comment").asText()).isEqualTo("4711");
            assertThat(entry.toString()).doesNotContain("shade");
        });
        assertThat(desk.items("/api/requests/" + request + "/issue/comments"))
                .singleElement()
                .satisfies(
                        comment -> assertThat(comment.path("body").asText()).isEqualTo("Which \"shade\" of dark? 🌙"));
        assertThat(desk.verdict().path("valid").asBoolean()).isTrue();
    }

    @Test
    void ourOwnWordsAreNobodysComment() {
        var request = filed("Own words");
        deliver(
                        "issue_comment",
                        GITHUB.commentEvent(
                                issue(request), 4712, "our-bot", "Seen. <!-- switchboard:" + request + " -->"))
                .expect(200);
        assertThat(timeline(request, "issue_commented")).isEmpty();
    }

    @Test
    void whatIsNoneOfOursIsAcknowledged() {
        var request = filed("Mine");
        var strangers = GITHUB.file("acme/other", "none of ours");
        GITHUB.setState(strangers, "completed");
        deliver("issues", GITHUB.event("closed", strangers)).expect(200);
        // The same number in another repository
        var event = GITHUB.event("closed", issue(request));
        event.put("repository", Map.of("id", 98, "full_name", "acme/other"));
        deliver("issues", event).expect(200);
        deliver("ping", Map.of("zen", "Keep it logically awesome.")).expect(200);
        deliver("push", Map.of("ref", "refs/heads/main")).expect(200);
        deliver("issues", Map.of()).expect(200);
        deliver("issue_comment", Map.of("action", "created")).expect(200);
        assertThat(shown(request).path("state").asText()).isEqualTo("open");
    }

    @Test
    void aRenamedRepositoryIsStillOursAndAnotherOfItsOldNameIsNot() {
        var request = filed("Renamed");
        var issue = issue(request);
        GITHUB.rename(FakeGithub.REPOSITORY, "acme/renamed");
        try {
            GITHUB.setState(issue, "completed");
            var impostor = GITHUB.event("closed", issue);
            impostor.put("repository", Map.of("id", 99, "full_name", FakeGithub.REPOSITORY));
            deliver("issues", impostor).expect(200);
            assertThat(shown(request).path("state").asText()).isEqualTo("open");

            deliver("issue_comment", GITHUB.commentEvent(issue, 4801, "octo-dev", "Done in 1.2"))
                    .expect(200);
            deliver("issues", GITHUB.event("closed", issue)).expect(200);
            assertThat(closeReason(request)).isEqualTo("completed");
            assertThat(shown(request).path("repository").asText()).isEqualTo("acme/renamed");
            assertThat(shown(request).path("url").asText()).contains("/acme/renamed/issues/");
            assertThat(timeline(request, "issue_commented")).hasSize(1);
            assertThat(timeline(request, "issue_repository_renamed"))
                    .singleElement()
                    .satisfies(entry ->
                            assertThat(entry.at("/details/to").asText()).isEqualTo("acme/renamed"));
        } finally {
            GITHUB.rename("acme/renamed", FakeGithub.REPOSITORY);
        }
    }

    @Test
    void namesOfRepositoriesKnowNoCase() {
        var request = filed("Case");
        GITHUB.setState(issue(request), "completed");
        var event = GITHUB.event("closed", issue(request));
        event.put("repository", Map.of("full_name", "Acme/Shop"));
        deliver("issues", event).expect(200);
        assertThat(closeReason(request)).isEqualTo("completed");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "sha256=", "sha256=00", "sha1=d8f4dbd6cbd4a5c1", "ü"})
    void aWrongSignatureIsRefused(String signature) {
        if ("ü".equals(signature)) {
            signature = GithubSignature.of("another secret", "{}".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(deliver("x", "issues", "{}", signature).expect(403).body()).contains("GITHUB_WEBHOOK_SECRET");
    }

    @Test
    void oneChangedByteIsRefused() {
        var request = filed("Changed byte");
        GITHUB.setState(issue(request), "completed");
        var body = Desk.json(GITHUB.event("closed", issue(request)));
        var signature = GithubSignature.of(SECRET, body.getBytes(StandardCharsets.UTF_8));
        deliver("changed", "issues", body + " ", signature).expect(403);
        assertThat(shown(request).path("state").asText()).isEqualTo("open");
        deliver("changed", "issues", body, signature).expect(200);
        assertThat(closeReason(request)).isEqualTo("completed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "[]", "{\"action\":", "null"})
    void aSignedBodyThatIsNoObjectIsSaidToBe(String body) {
        assertThat(deliver("g", "issues", body).expect(400).body()).contains("application/json");
    }

    @Test
    void aBodyBeyondTheLimitIsRefused() {
        deliver("big", "issues", "x".repeat(2 * 1024 * 1024 + 1), "sha256=00").expect(413);
    }

    @Test
    void githubsOwnExampleOfASignature() {
        // GitHub, "Validating webhook deliveries", "Testing the webhook payload validation"
        assertThat(GithubSignature.of("It's a Secret to Everybody", "Hello, World!".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17");
    }

    @Test
    void anIssueThatWasMovedAwayIsReported() {
        var request = filed("Moved");
        deliver(UUID.randomUUID().toString(), "issues", Desk.json(GITHUB.event("transferred", issue(request))))
                .expect(200);
        assertThat(timeline(request, "issue_lost")).hasSize(1);
    }
}
