package dev.switchboard.issue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Caller;
import dev.switchboard.Desk;
import dev.switchboard.FakeGithub;
import dev.switchboard.FakeGithub.Fault;
import dev.switchboard.SwitchboardTest;
import dev.switchboard.system.Connector;
import dev.switchboard.system.ConnectorHealth;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.actuate.health.StatusAggregator;

/** From approved words to the issue, through the running program and the engine's own retries. */
@SwitchboardTest
class GithubFlowTest extends GithubProgram {

    @Autowired
    @Qualifier("issueConnector")
    Connector connector;

    @Autowired
    GithubTracker tracker;

    @Autowired
    StatusAggregator statuses;

    @Test
    void theApprovedWordsAreFiledWithTheWayBack() {
        var request = filed("Dark mode");
        var issue = issue(request);
        assertThat(issue.repository).isEqualTo(FakeGithub.REPOSITORY);
        assertThat(issue.title).isEqualTo("Dark mode");
        assertThat(issue.body)
                .startsWith("# Dark mode\n\nThe words of the PRD.\n\n---\n")
                .contains("/requests/" + request)
                .containsPattern("\\[document]\\(http://localhost/api/documents/D-\\d+/versions/\\d+/content\\)")
                .contains("<!-- switchboard:" + request + " ");
        assertThat(issue.labels).containsExactly("enhancement");
        var shown = shown(request);
        assertThat(shown.path("provider").asText()).isEqualTo("github");
        assertThat(shown.path("number").asInt()).isEqualTo(issue.number);
        assertThat(shown.path("url").asText()).endsWith("/acme/shop/issues/" + issue.number);
        assertThat(timeline(request, "issue_filed")).hasSize(1);
    }

    @Test
    void anAnswerThatWasLostBecomesNoSecondIssue() {
        GITHUB.next("POST issues", Fault.ANSWER_LOST);
        var request = filed("Answer lost");
        assertThat(issues(request)).hasSize(1);
        assertThat(timeline(request, "issue_filed")).hasSize(1);
    }

    @Test
    void aRefusalIsReadWhereTheJobFailedAndARetryMendsIt() {
        GITHUB.refuse(FakeGithub.REPOSITORY, 404);
        try {
            var request = approved("Repository gone");
            awaitError(request, "GitHub has no repository acme/shop that the token may see");
            assertThat(issues(request)).isEmpty();
            GITHUB.refuse(FakeGithub.REPOSITORY, 0);
            desk.awaitStatus(request, "waiting_for_delivery");
            assertThat(issues(request)).hasSize(1);
        } finally {
            GITHUB.refuse(FakeGithub.REPOSITORY, 0);
        }
    }

    @Test
    void anOwnerWhoCannotBeAssignedIsNobodyAndTheTimelineSaysSo() {
        var number = Desk.newNumber();
        desk.text(number, "the checkout is down for everybody since this morning");
        var request = desk.request(number);
        desk.complete(
                        desk.task(request, "triage_request"),
                        Map.of("decision", "proceed", "requestType", "bug", "urgency", "critical"))
                .expect(204);
        desk.complete(
                        desk.task(request, "review_bug_report"),
                        Map.of(
                                "decision",
                                "approve",
                                "bugReport",
                                Desk.json(Map.of("title", "Checkout down", "markdown", "Nobody can pay.")),
                                "assignee",
                                "stranger",
                                "clientMessage",
                                "We are on it."))
                .expect(204);
        desk.awaitStatus(request, "waiting_for_delivery");
        assertThat(issue(request).assignee).isNull();
        assertThat(shown(request).path("assignee").isNull()).isTrue();
        assertThat(timeline(request, "issue_left_unassigned")).singleElement().satisfies(entry -> assertThat(
                        entry.path("details").path("wanted").asText())
                .isEqualTo("stranger"));
    }

    @Test
    void anIssueAtGithubIsNotClosedHere() {
        var request = filed("Close it there");
        var answer = desk.admin()
                .send(
                        "PATCH",
                        "/api/requests/" + request + "/issue",
                        "application/json",
                        "{\"state\":\"closed\",\"reason\":\"completed\"}")
                .expect(409);
        assertThat(answer.body()).contains("close it there");
    }

    @Test
    void theCatchUpNoticesWhatNoWebhookTold() {
        var closed = filed("Closed unnoticed");
        var deleted = filed("Deleted unnoticed");
        GITHUB.setState(issue(closed), "not_planned");
        GITHUB.assign(issue(closed), "dev-bo");
        GITHUB.delete(issue(deleted));
        catchUp.run();
        catchUp.run();
        assertThat(closeReason(closed)).isEqualTo("not_planned");
        assertThat(shown(closed).path("assignee").asText()).isEqualTo("dev-bo");
        assertThat(timeline(closed, "issue_closed")).hasSize(1);
        assertThat(timeline(deleted, "issue_lost")).hasSize(1);
    }

    @Test
    void theCatchUpFollowsARepositoryToItsNewName() {
        var request = filed("Renamed unnoticed");
        GITHUB.rename(FakeGithub.REPOSITORY, "acme/elsewhere");
        try {
            catchUp.run();
            assertThat(shown(request).path("repository").asText()).isEqualTo("acme/elsewhere");
            GITHUB.setState(issue(request), "not_planned");
            catchUp.run();
            assertThat(closeReason(request)).isEqualTo("not_planned");
        } finally {
            GITHUB.rename("acme/elsewhere", FakeGithub.REPOSITORY);
        }
    }

    @Test
    void healthTellsStaffAndIsAskedForOnceAMinute() {
        var first = health().at("/components/github");
        assertThat(first.path("status").asText()).isEqualTo("UP");
        assertThat(first.at("/details/connector").asText()).isEqualTo("live");
        assertThat(first.at("/details/detail").asText()).contains(FakeGithub.REPOSITORY);
        var calls = GITHUB.calls().size();
        assertThat(health().at("/components/github")).isEqualTo(first);
        assertThat(GITHUB.calls()).hasSize(calls);
        assertThat(Caller.anonymous(port).get("/actuator/health").expect(200).body())
                .doesNotContain("github");
    }

    /** GitHub may be down and Switchboard is not: texts still come in. */
    @Test
    void troubleAtGithubIsToldAndLeavesTheProgramUp() {
        GITHUB.refuse(FakeGithub.REPOSITORY, 500);
        try {
            var fresh = new ConnectorHealth(connector, tracker::trouble, Clock.systemUTC()).health();
            assertThat(fresh.getStatus().getCode()).isEqualTo("TROUBLE");
            assertThat(fresh.getDetails().get("trouble").toString()).contains("an error of its own (500)");
            assertThat(statuses.getAggregateStatus(Status.UP, fresh.getStatus()))
                    .isEqualTo(Status.UP);
        } finally {
            GITHUB.refuse(FakeGithub.REPOSITORY, 0);
        }
    }

    private JsonNode health() {
        return desk.admin().get("/actuator/health").expect(200).json();
    }
}
