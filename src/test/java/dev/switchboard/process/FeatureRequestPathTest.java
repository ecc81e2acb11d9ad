package dev.switchboard.process;

import java.util.Map;
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

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Approve", "send", "yes"})
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

    private static Walk feature() {
        return PATHS.start(Map.of("requestType", "feature"));
    }
}
