package dev.switchboard.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Caller;
import dev.switchboard.SwitchboardTest;
import dev.switchboard.TimeTravel;
import dev.switchboard.process.BugReport;
import dev.switchboard.system.Groups;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Deadlines and patience over days, with nothing mocked: the engine's own timers go off when their time has come. */
@SwitchboardTest(
        properties = {
            "switchboard.business-hours=Mo-Fr 09:00-17:00",
            "switchboard.time-zone=UTC",
            "switchboard.holidays=2027-01-18"
        })
class DeadlineStoryTest {

    private static final String WISH = "Could you please add the spring menu to our website?";
    private static final String VAGUE = "The logo on the invoice looks a bit blurry.";
    private static final String QUESTION = "Since when do you see it?";
    private static final String REPLY = "It has been so since yesterday, after the update.";
    private static final String NUDGE =
            "We still need your answer to go on with \"" + VAGUE + "\". Could you have a look at our last question?";

    @TestConfiguration
    static class Travelling {

        @Bean
        @Primary
        TimeTravel timeTravel() {
            return new TimeTravel();
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    TimeTravel time;

    @AfterEach
    void home() {
        time.home();
    }

    @Test
    void anOverdueResponseIsSeenByTheLeadsUntilTheClientHasOne() {
        time.to("2027-01-15T16:30:00Z"); // a Friday; Monday is a holiday
        var story = Story.ofAStranger(port).texts("Where do I find my invoices?");
        var triage = story.task("triage_request", Groups.TRIAGE);
        assertThat(dueAt(story)).isBetween("2027-01-19T12:30:00Z", "2027-01-19T12:32:00Z");
        assertThat(story.request().path("overdue").asBoolean()).isFalse();
        assertThat(triage.now().path("priority").asInt()).isEqualTo(50);

        time.to("2027-01-19T12:35:00Z");
        story.hasEvent("response_overdue").hasPassed("response_escalated");
        assertEscalated(story, triage);
        assertThat(story.request().path("overdue").asBoolean()).isTrue();
        assertThat(overdueForLeads(story)).extracting(JsonNode::textValue).contains(triage.id());

        triage.completes("proceed", Map.of("requestType", "question"));
        var answer = story.task("write_answer", Groups.ACCOUNT);
        assertEscalated(story, answer);
        answer.completes("send", Map.of("clientMessage", "Under Billing, at the top right."))
                .ends();
        assertThat(story.request().path("overdue").asBoolean()).isFalse();
        assertThat(story.events("response_overdue")).hasSize(1);
    }

    @Test
    void aResponseInTimeIsNotEscalatedAndEndsTheDeadline() {
        time.to("2027-01-25T10:00:00Z");
        var story = Story.ofAClient(port, "Lark Books", "Lea", "development")
                .isWrittenDown("Where do I find my invoices?", "question", "normal");
        var review = story.task("review_answer", Groups.ACCOUNT);
        assertThat(dueAt(story)).isBetween("2027-01-26T10:00:00Z", "2027-01-26T10:02:00Z");
        story.hearsFromStaff("Give us a minute, we look.").phoneShows("Give us a minute, we look.");

        time.to("2027-01-26T10:05:00Z");
        story.hasPassed("response_was_in_time");
        assertThat(story.events("response_overdue")).isEmpty();
        assertThat(story.request().path("overdue").asBoolean()).isFalse();
        assertThat(review.now().path("priority").asInt()).isEqualTo(50);
        assertThat(review.now().path("due").isNull()).isFalse();
        var task = review.completes("redraft").task("review_answer", Groups.ACCOUNT);
        assertThat(task.now().path("due").isNull()).isTrue();
        assertThat(task.now().path("priority").asInt()).isEqualTo(50);
    }

    @Test
    void anotherUrgencyMovesTheDeadlineWithItsTimer() {
        time.to("2027-02-15T10:00:00Z");
        var story = Story.ofAClient(port, "Moss Garden", "Mo", "development")
                .isWrittenDown("Where do I find my invoices?", "question", "normal");
        var review = story.task("review_answer", Groups.ACCOUNT);
        story.isOverridden("urgency", "high");
        assertThat(dueAt(story)).isBetween("2027-02-15T14:00:00Z", "2027-02-15T14:02:00Z");
        assertThat(review.now().path("due").asText()).startsWith("2027-02-15T14:0");

        time.to("2027-02-15T14:05:00Z");
        story.hasPassed("response_escalated");
        assertEscalated(story, review);
        story.isOverridden("urgency", "low");
        assertThat(story.request().path("overdue").asBoolean()).isFalse();

        review.completes("approve", Map.of("clientMessage", "Under Billing.")).hasStatus("closed");
        story.isOverridden("urgency", "critical").hasStatus("closed");
    }

    @Test
    void aClientIsRemindedTwiceThenGivenUpAndTheReportSaysSo() {
        time.to("2027-02-01T10:00:00Z");
        var story = asked("Nettle Shop", "Nia");
        time.to("2027-02-02T10:05:00Z");
        story.phoneShows(QUESTION, NUDGE).hasStatus("waiting_for_client");
        time.to("2027-02-04T10:10:00Z");
        story.phoneShows(QUESTION, NUDGE, NUDGE).hasStatus("waiting_for_client");
        time.to("2027-02-08T10:15:00Z");
        var review = story.task("review_bug_report", Groups.ENGINEERING);
        assertThat(review.shows("bugReport.markdown"))
                .contains("## Not answered", "did not answer", "- Since when")
                .doesNotContain(QUESTION);
        story.hasStatus("in_progress").phoneShows(QUESTION, NUDGE, NUDGE);
        assertThat(story.events("client_did_not_answer")).hasSize(1).allSatisfy(event -> assertThat(
                        event.at("/details/nudges").asInt())
                .isEqualTo(2));
    }

    @Test
    void afterALongStandstillNobodyIsRemindedAMomentBeforeTheyAreGivenUp() {
        time.to("2027-02-22T10:00:00Z");
        var story = asked("Maple Press", "Mia");
        time.to("2027-03-05T10:00:00Z");
        story.task("review_bug_report", Groups.ENGINEERING);
        story.phoneShows(QUESTION);
        assertThat(story.events("client_did_not_answer"))
                .extracting(event -> event.at("/details/nudges").asInt())
                .containsExactly(0);
    }

    @Test
    void anAnswerThatComesWhileTheReminderWaitsToBeSentIsNotLost() {
        time.to("2027-03-01T10:00:00Z");
        var story = asked("Olive Bar", "Ole");
        var jobs = "/engine-rest/job-definition?processDefinitionKey=" + BugReport.KEY + "&activityIdIn=send_nudge";
        var definition = "/engine-rest/job-definition/"
                + admin().get(jobs).expect(200).json().get(0).path("id").asText() + "/suspended";
        suspend(definition, true);
        try {
            time.to("2027-03-02T10:05:00Z");
            Story.eventually(
                    "the reminder's job",
                    () -> admin().get("/engine-rest/job?activityId=send_nudge")
                                    .expect(200)
                                    .json()
                                    .isEmpty()
                            ? null
                            : "");
            story.texts(REPLY).conversationShows(REPLY).hasStatus("waiting_for_client");
        } finally {
            suspend(definition, false);
        }
        var review = story.task("review_bug_report", Groups.ENGINEERING);
        assertThat(review.shows("bugReport.markdown")).contains(REPLY).doesNotContain("## Not answered");
        story.hasStatus("in_progress").phoneShows(QUESTION, NUDGE);
    }

    @Test
    void whoHasOptedOutIsNeitherRemindedNorWaitedFor() {
        time.to("2027-03-08T10:00:00Z");
        var meanwhile = asked("Plum Cafe", "Pia").texts("STOP");
        var before = Story.ofAClient(port, "Quince Bakery", "Qi", "development").texts(VAGUE);
        var question = before.task("review_question_to_client", Groups.ENGINEERING);
        before.texts("STOP");
        Story.eventually("the warning", () -> question.shows("consentWarning").isEmpty() ? null : "");
        question.completes("send", Map.of("clientMessage", QUESTION));
        assertThat(before.task("review_bug_report", Groups.ENGINEERING).shows("bugReport.markdown"))
                .contains("## Not answered", "could not be asked");
        before.hasEvent("client_could_not_be_asked").hasStatus("in_progress").phoneShows();

        time.to("2027-03-09T10:05:00Z");
        meanwhile.task("review_bug_report", Groups.ENGINEERING);
        meanwhile.hasStatus("in_progress").phoneShows(QUESTION);
    }

    @Test
    void aSharedPrdIsNudgedEveryTwoWorkingDaysThreeTimesAndThenGivenUp() {
        time.to("2027-03-04T10:00:00Z"); // a Thursday
        var story = Story.ofAClient(port, "Rye Bakery", "Rae", "design").texts(WISH);
        story.task("review_prd", Groups.PRODUCT).completes("share").hasStatus("waiting_for_client");
        var link = new SharedLink(story, port);
        var path = link.path(1);
        var nudges = 0;
        for (var day : List.of("2027-03-08", "2027-03-10", "2027-03-12")) {
            var due = Instant.parse(day + "T10:00:00Z").plus(nudges * 5, ChronoUnit.MINUTES);
            assertThat(link.nudgeAt()).isBetween(due, due.plus(5, ChronoUnit.MINUTES));
            time.to(due.plus(5, ChronoUnit.MINUTES).toString());
            nudges++;
            assertThat(link.path(1 + nudges)).isEqualTo(path);
        }
        time.to("2027-03-16T10:20:00Z");
        var review = story.task("review_prd", Groups.PRODUCT);
        assertThat(review.shows("sharing.text")).isEqualTo("No answer after 3 reminders.");
        story.hasStatus("in_progress");

        Caller.anonymous(port).get(path).expect(200);
        time.to("2027-03-18T10:05:00Z");
        Caller.anonymous(port).get(path).expect(404);
        // Unedited words are the version that the model wrote
        assertThat(story.versions("prd")).extracting(Story.Version::authorKind).containsExactly("ai");
    }

    private Story asked(String client, String contact) {
        var story = Story.ofAClient(port, client, contact, "development").texts(VAGUE);
        return story.task("review_question_to_client", Groups.ENGINEERING)
                .completes("send", Map.of("clientMessage", QUESTION))
                .hasStatus("waiting_for_client")
                .phoneShows(QUESTION);
    }

    private static Instant dueAt(Story story) {
        return Instant.parse(story.request().path("dueAt").asText());
    }

    private static void assertEscalated(Story story, OpenTask task) {
        assertThat(task.now().path("priority").asInt()).isEqualTo(75);
        assertThat(story.request().at("/currentSteps/0/candidateGroups"))
                .extracting(JsonNode::asText)
                .contains(Groups.LEADS);
    }

    private static Iterable<JsonNode> overdueForLeads(Story story) {
        var lead = story.as(Groups.LEADS);
        var filter = lead.get("/engine-rest/filter?name=Overdue")
                .expect(200)
                .json()
                .get(0)
                .path("id")
                .asText();
        return lead.get("/engine-rest/filter/" + filter + "/list?maxResults=200")
                .expect(200)
                .json()
                .findValues("id");
    }

    private void suspend(String definition, boolean suspended) {
        admin().send("PUT", definition, "application/json", "{\"suspended\":" + suspended + ",\"includeJobs\":true}")
                .expect(204);
    }

    private Caller admin() {
        return Caller.admin(port);
    }
}
