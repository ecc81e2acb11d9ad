package dev.switchboard.process;

import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureRequestPathTest {

    @RegisterExtension
    static final Paths PATHS = new Paths("feature_request");

    @Test
    void anApprovedPrdIsStoredFiledAndToldBeforeItsIssueIsWaitedFor() {
        feature()
                .decides("review_prd", "approve")
                .waitsAt("issue_closed")
                .hasPassedInOrder(
                        "feature_requested",
                        "draft_prd",
                        "review_prd",
                        "prd_decision",
                        "store_prd",
                        "decide_assignment",
                        "file_issue",
                        "tell_client");
    }

    @Test
    void aClosedIssueIsToldInWordsThatSomebodyReviewed() {
        feature()
                .decides("review_prd", "approve")
                .hears("issue_closed", Map.of("closeReason", "completed"))
                .decides("review_status_update", "send")
                .endsAt("client_told_how_it_ended")
                .hasPassedInOrder(
                        "issue_closed",
                        "draft_status_update",
                        "review_status_update",
                        "status_update_decision",
                        "tell_client_it_is_done",
                        "client_told_how_it_ended");
    }

    @Test
    void aStatusUpdateIsDraftedAgainUntilItIsSent() {
        feature()
                .decides("review_prd", "approve")
                .hears("issue_closed", Map.of("closeReason", "completed"))
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
        feature()
                .decides("review_prd", "approve")
                .hears("issue_closed", Map.of("closeReason", "not_planned"))
                .decides("review_status_update", "skip")
                .endsAt("closed_without_update")
                .hasNotPassed("tell_client_it_is_done");
    }

    @Test
    void redraftGoesRoundUntilThePrdIsApproved() {
        feature()
                .decides("review_prd", "redraft")
                .decides("review_prd", "redraft")
                .decides("review_prd", "approve")
                .waitsAt("issue_closed")
                .hasPassedTimes("draft_prd", 3)
                .hasPassedTimes("store_prd", 1)
                .hasPassedInOrder("draft_prd", "review_prd", "prd_decision", "draft_prd", "review_prd", "store_prd");
    }

    @Test
    void aDeclinedPrdIsToldAndNeitherStoredNorFiled() {
        feature()
                .decides("review_prd", "decline")
                .endsAt("feature_request_declined")
                .hasPassedInOrder("review_prd", "prd_decision", "tell_client_of_decline", "feature_request_declined")
                .hasNotPassed("store_prd", "file_issue", "tell_client");
    }

    @Test
    void aSharedPrdComesBackToReviewWithTheAnswerAndIsNoNewDraft() {
        shared().waitsAt("wait_for_answer")
                .hears("client_replied", Map.of("repliedWith", "M-1"))
                .decides("review_prd", "approve")
                .waitsAt("issue_closed")
                .hasPassedTimes("draft_prd", 1)
                .hasPassedInOrder(
                        "review_prd",
                        "prd_decision",
                        "share_prd",
                        "link_decision",
                        "client_replied",
                        "review_prd",
                        "prd_decision",
                        "store_prd")
                .hasNotPassed("nudge_client", "stop_waiting");
    }

    @Test
    void whoDoesNotAnswerIsNudgedThreeTimesAndThenGivenUp() {
        shared().timerGoesOff("two_working_days_passed")
                .timerGoesOff("two_working_days_passed")
                .timerGoesOff("two_working_days_passed")
                .waitsAt("wait_for_answer")
                .hasPassedTimes("nudge_client", 3)
                .timerGoesOff("two_working_days_passed")
                .waitsAt("review_prd")
                .hasPassedTimes("nudge_client", 3)
                .hasPassedTimes("stop_waiting", 1)
                .hasNotPassed("client_replied", "store_prd");
    }

    @Test
    void whoAnswersANudgeIsHeard() {
        shared().timerGoesOff("two_working_days_passed")
                .waitsAt("wait_for_answer")
                .hears("client_replied", Map.of("repliedWith", "M-1"))
                .waitsAt("review_prd")
                .hasPassedTimes("nudge_client", 1)
                .hasNotPassed("stop_waiting");
    }

    @Test
    void whereTheLinkCannotBeSentNobodyIsWaitedFor() {
        PATHS.stub("sendPrdLinkDelegate", execution -> Vars.CLIENT_REACHED.set(execution, false));
        feature()
                .decides("review_prd", "share")
                .waitsAt("review_prd")
                .hasPassedInOrder("share_prd", "link_decision", "stop_waiting")
                .hasNotPassed("wait_for_answer", "store_prd");
    }

    @Test
    void whereTheLinkHasEndedNobodyIsNudgedAgain() {
        PATHS.stub("sendPrdNudgeDelegate", execution -> Vars.CLIENT_REACHED.set(execution, false));
        feature()
                .decides("review_prd", "share")
                .timerGoesOff("two_working_days_passed")
                .waitsAt("review_prd")
                .hasPassedTimes("nudge_client", 1)
                .hasPassedTimes("stop_waiting", 1);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Approve", "send", "yes", "Share"})
    void anythingButAClearDecisionIsAnotherDraft(String decision) {
        feature()
                .decides("review_prd", decision)
                .waitsAt("review_prd")
                .hasPassedTimes("draft_prd", 2)
                .hasNotPassed("store_prd", "file_issue", "tell_client", "tell_client_of_decline");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"approve", "Send"})
    void anythingButSendTellsNobodyHowItEnded(String decision) {
        feature()
                .decides("review_prd", "approve")
                .hears("issue_closed", Map.of())
                .decides("review_status_update", decision)
                .endsAt("closed_without_update")
                .hasNotPassed("tell_client_it_is_done");
    }

    @BeforeEach
    void theClientCanBeReached() {
        PATHS.stub("sendPrdLinkDelegate", execution -> {
            Vars.CLIENT_REACHED.set(execution, true);
            Vars.NUDGES.set(execution, 0);
            Vars.NUDGE_AT.set(execution, new Date());
        });
        PATHS.stub("sendPrdNudgeDelegate", execution -> Vars.NUDGES.set(execution, Vars.NUDGES.get(execution, 0) + 1));
    }

    private static Walk shared() {
        return feature().decides("review_prd", "share");
    }

    private static Walk feature() {
        return PATHS.start(Map.of("requestType", "feature"));
    }
}
