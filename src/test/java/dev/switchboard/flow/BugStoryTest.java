package dev.switchboard.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.SwitchboardTest;
import dev.switchboard.system.Groups;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SwitchboardTest
class BugStoryTest {

    private static final String VAGUE = "The logo on the invoice looks a bit blurry.";
    private static final String REPLY = "It has been so since yesterday, after the update.";

    @LocalServerPort
    int port;

    @Autowired
    DataSource database;

    @Test
    void whatIsMissingIsAskedAndTheReportFiledAndItsEndSkipped() {
        var story = asked("Juniper Dental", "Jo", "Since when do you see it?").texts(REPLY);

        var review = story.task("review_bug_report", Groups.ENGINEERING);
        assertThat(review.shows("bugReport.markdown")).contains(VAGUE).contains(REPLY);
        assertThat(review.shows("conversation.text")).contains("Since when do you see it?");
        var report = Map.of("title", "Blurry logo", "markdown", "The logo on invoices is blurry since the update.");
        review.completes(
                        "approve",
                        Map.of("bugReport", report, "assignee", "emil", "clientMessage", "Thank you, we look into it."))
                .hasStatus("waiting_for_delivery")
                .phoneShows("Since when do you see it?", "Thank you, we look into it.");

        var issue = LocalIssue.of(story.requestId(), database);
        assertThat(issue.title()).isEqualTo("Blurry logo");
        assertThat(issue.body()).startsWith(report.get("markdown"));
        assertThat(issue.labels()).containsExactly("bug");
        assertThat(issue.assignee()).isEqualTo("emil");
        assertThat(story.versions("bug_report"))
                .extracting(Story.Version::authorKind)
                .containsExactly("ai", "staff");
        assertThat(story.versions("bug_report").get(1).content()).isEqualTo(report.get("markdown"));

        var update = story.issueIsClosed("not_planned").task("review_status_update", Groups.ACCOUNT);
        assertThat(update.shows("clientMessage")).contains("decided not to do it");
        update.completes("skip")
                .phoneShows("Since when do you see it?", "Thank you, we look into it.")
                .ends();
    }

    @Test
    void aCriticalBugGoesToAPersonFirstAndNobodyIsAskedAnything() {
        var story = Story.ofAClient(port, "Thyme Clinic", "Tia", "development").isWrittenDown(VAGUE, "bug", "critical");
        story.task("triage_request", Groups.ENGINEERING).completes("proceed");
        story.task("review_bug_report", Groups.ENGINEERING);
        assertThat(story.events("draft_written"))
                .extracting(event -> event.at("/details/purpose").asText())
                .containsExactly("draft_bug_report");
    }

    @Test
    void whoIsReclassifiedWhileWeWaitForTheClientIsStillHeard() {
        var story = asked("Kite School", "Kim", "Which invoice?").isReclassified("feature");

        story.task("review_prd", Groups.PRODUCT);
        story.hasStatus("in_progress").texts("By the way: the flyers too.").texts("And the business cards.");
        story.conversationShows("By the way: the flyers too.")
                .conversationShows("And the business cards.")
                .task("review_prd", Groups.PRODUCT)
                .completes("decline", Map.of("clientMessage", "Not this year."))
                .phoneShows("Which invoice?", "Not this year.")
                .ends();
    }

    private Story asked(String client, String contact, String question) {
        var story = Story.ofAClient(port, client, contact, "development").texts(VAGUE);
        var review = story.task("review_question_to_client", Groups.ENGINEERING);
        assertThat(review.shows("missing")).contains("since");
        return review.completes("send", Map.of("clientMessage", question))
                .hasType("bug")
                .hasStatus("waiting_for_client")
                .phoneShows(question);
    }
}
