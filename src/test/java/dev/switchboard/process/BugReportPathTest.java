package dev.switchboard.process;

import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BugReportPathTest {

    @RegisterExtension
    static final Paths PATHS = new Paths("bug_report");

    @BeforeEach
    void countTheQuestionsThatAreSent() {
        PATHS.stub("sendQuestionDelegate", execution -> {
            int sent = Vars.QUESTION_ROUNDS.get(execution, 0);
            Vars.QUESTION_ROUNDS.set(execution, sent + 1);
            Vars.CLIENT_REACHED.set(execution, true);
            Vars.NUDGE_AT.set(execution, new Date());
            Vars.GIVE_UP_AT.set(execution, new Date());
        });
    }

    @Test
    void aReportWithEverythingInItIsDraftedFiledAndTold() {
        knownFromTheStart()
                .decides("review_bug_report", "approve")
                .waitsAt("issue_closed")
                .hasPassedInOrder(
                        "bug_reported",
                        "assess_report",
                        "enough_known",
                        "draft_bug_report",
                        "decide_assignment",
                        "review_bug_report",
                        "bug_report_decision",
                        "file_issue",
                        "tell_client")
                .hasNotPassed("draft_question");
    }

    @Test
    void whatIsMissingIsAskedAndTheReplyAssessed() {
        knownAfter(1)
                .decides("review_question_to_client", "send")
                .waitsAt("wait_for_client")
                .hears("client_replied", Map.of())
                .decides("review_bug_report", "approve")
                .waitsAt("issue_closed")
                .hasPassedInOrder(
                        "assess_report",
                        "enough_known",
                        "draft_question",
                        "review_question_to_client",
                        "question_decision",
                        "send_question",
                        "client_replied",
                        "assess_report",
                        "enough_known",
                        "draft_bug_report",
                        "review_bug_report")
                .hasPassedTimes("send_question", 1);
    }

    @Test
    void afterThreeQuestionsTheReportIsWrittenWithWhatThereIs() {
        var report = neverKnown("normal");
        for (var round = 0; round < BugReport.MOST_QUESTION_ROUNDS; round++) {
            report.decides("review_question_to_client", "send").hears("client_replied", Map.of());
        }
        report.waitsAt("review_bug_report").hasPassedTimes("send_question", 3).hasPassedTimes("assess_report", 4);
    }

    @Test
    void aClientWhoDoesNotAnswerIsRemindedAndStillHeard() {
        knownAfter(1)
                .decides("review_question_to_client", "send")
                .timerGoesOff("no_answer_yet")
                .waitsAt("wait_for_client")
                .timerGoesOff("no_answer_yet")
                .hears("client_replied", Map.of())
                .waitsAt("review_bug_report")
                .hasPassedTimes("send_question", 1)
                .hasPassedTimes("send_nudge", 2)
                .hasNotPassed("stop_waiting");
    }

    @Test
    void aClientWhoNeverAnswersIsGivenUpAndTheReportWritten() {
        neverKnown("normal")
                .decides("review_question_to_client", "send")
                .timerGoesOff("no_answer_yet")
                .timerGoesOff("client_given_up")
                .waitsAt("review_bug_report")
                .hasPassedInOrder("wait_for_client", "client_given_up", "stop_waiting", "draft_bug_report")
                .hasPassedTimes("assess_report", 1);
    }

    @Test
    void nobodyWaitsForAClientWhoCouldNotBeAsked() {
        PATHS.stub("sendQuestionDelegate", execution -> Vars.CLIENT_REACHED.set(execution, false));
        neverKnown("normal")
                .decides("review_question_to_client", "send")
                .waitsAt("review_bug_report")
                .hasPassedInOrder("send_question", "could_be_sent", "stop_waiting", "draft_bug_report")
                .hasNotPassed("wait_for_client", "client_replied");
    }

    @Test
    void nobodyGoesOnWaitingForAClientWhoOptedOutMeanwhile() {
        PATHS.stub("sendNudgeDelegate", execution -> Vars.CLIENT_REACHED.set(execution, false));
        neverKnown("normal")
                .decides("review_question_to_client", "send")
                .timerGoesOff("no_answer_yet")
                .waitsAt("review_bug_report")
                .hasPassedInOrder("send_nudge", "could_be_sent", "stop_waiting", "draft_bug_report")
                .hasNotPassed("client_replied", "client_given_up");
    }

    @Test
    void aCriticalBugSkipsTheQuestions() {
        neverKnown("critical").waitsAt("review_bug_report").hasNotPassed("draft_question");
    }

    @Test
    void aSkippedQuestionLeadsToTheReport() {
        neverKnown("normal")
                .decides("review_question_to_client", "skip")
                .waitsAt("review_bug_report")
                .hasPassedInOrder("question_decision", "draft_bug_report", "decide_assignment")
                .hasNotPassed("send_question");
    }

    @Test
    void aQuestionDraftedAgainAsksNothingAndIsNoRound() {
        var report = neverKnown("normal");
        for (var redraft = 0; redraft <= BugReport.MOST_QUESTION_ROUNDS; redraft++) {
            report.decides("review_question_to_client", "redraft");
        }
        report.waitsAt("review_question_to_client")
                .hasPassedInOrder(
                        "review_question_to_client",
                        "question_decision",
                        "assess_report",
                        "enough_known",
                        "draft_question",
                        "review_question_to_client")
                .hasPassedTimes("assess_report", BugReport.MOST_QUESTION_ROUNDS + 2)
                .hasNotPassed("send_question", "draft_bug_report");
    }

    @Test
    void wordsThatAnswerAQuestionBeforeItIsAskedLeadToTheReport() {
        var report = neverKnown("normal").waitsAt("review_question_to_client");
        PATHS.stub("assessReportDelegate", execution -> Vars.ENOUGH_KNOWN.set(execution, true));
        report.decides("review_question_to_client", "redraft")
                .waitsAt("review_bug_report")
                .hasPassedInOrder("question_decision", "assess_report", "enough_known", "draft_bug_report")
                .hasPassedTimes("draft_question", 1)
                .hasNotPassed("send_question");
    }

    @Test
    void theReviewerCanAskTheClientAfterAll() {
        knownFromTheStart()
                .decides("review_bug_report", "ask_client")
                .decides("review_question_to_client", "send")
                .hears("client_replied", Map.of())
                .waitsAt("review_bug_report")
                .hasPassedInOrder("bug_report_decision", "draft_question", "send_question", "client_replied")
                .hasPassedTimes("draft_bug_report", 2);
    }

    @Test
    void redraftGoesRoundUntilTheReportIsApproved() {
        knownFromTheStart()
                .decides("review_bug_report", "redraft")
                .decides("review_bug_report", "approve")
                .waitsAt("issue_closed")
                .hasPassedTimes("draft_bug_report", 2)
                .hasPassedTimes("file_issue", 1);
    }

    @Test
    void aDeclinedReportIsToldAndNotFiled() {
        knownFromTheStart()
                .decides("review_bug_report", "decline")
                .endsAt("bug_report_declined")
                .hasPassedInOrder("bug_report_decision", "tell_client_of_decline", "bug_report_declined")
                .hasNotPassed("file_issue", "tell_client");
    }

    @Test
    void aClosedIssueIsToldInWordsThatSomebodyReviewed() {
        filed().hears("issue_closed", Map.of("closeReason", "completed"))
                .decides("review_status_update", "send")
                .endsAt("client_told_how_it_ended")
                .hasPassedInOrder(
                        "issue_closed", "draft_status_update", "review_status_update", "tell_client_it_is_done");
    }

    @Test
    void aStatusUpdateIsDraftedAgainUntilItIsSent() {
        filed().hears("issue_closed", Map.of("closeReason", "completed"))
                .decides("review_status_update", "redraft")
                .waitsAt("review_status_update")
                .hasNotPassed("tell_client_it_is_done")
                .decides("review_status_update", "send")
                .endsAt("client_told_how_it_ended")
                .hasPassedTimes("draft_status_update", 2)
                .hasPassedTimes("tell_client_it_is_done", 1);
    }

    @Test
    void aSkippedStatusUpdateTellsNobody() {
        filed().hears("issue_closed", Map.of("closeReason", "not_planned"))
                .decides("review_status_update", "skip")
                .endsAt("closed_without_update")
                .hasNotPassed("tell_client_it_is_done");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "send", "Approve"})
    void anythingButAClearDecisionIsAnotherDraft(String decision) {
        knownFromTheStart()
                .decides("review_bug_report", decision)
                .waitsAt("review_bug_report")
                .hasPassedTimes("draft_bug_report", 2)
                .hasNotPassed("file_issue", "tell_client", "tell_client_of_decline", "draft_question");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "approve"})
    void anythingButSendAsksNothing(String decision) {
        neverKnown("normal")
                .decides("review_question_to_client", decision)
                .waitsAt("review_bug_report")
                .hasNotPassed("send_question");
    }

    private static Walk filed() {
        return knownFromTheStart().decides("review_bug_report", "approve").waitsAt("issue_closed");
    }

    private static Walk knownFromTheStart() {
        return knownAfter(0);
    }

    private static Walk neverKnown(String urgency) {
        return report(urgency, Integer.MAX_VALUE);
    }

    private static Walk knownAfter(int questions) {
        return report("normal", questions);
    }

    private static Walk report(String urgency, int questions) {
        PATHS.stub("assessReportDelegate", execution -> {
            int sent = Vars.QUESTION_ROUNDS.get(execution, 0);
            Vars.QUESTION_ROUNDS.set(execution, sent);
            Vars.ENOUGH_KNOWN.set(execution, sent >= questions);
        });
        return PATHS.start(Map.of("requestType", "bug", "urgency", urgency));
    }
}
