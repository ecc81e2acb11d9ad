package dev.switchboard.process;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusInquiryPathTest {

    @RegisterExtension
    static final Paths PATHS = new Paths(StatusInquiry.KEY);

    @Test
    void anApprovedAnswerIsSent() {
        PATHS.start(Map.of())
                .decides("review_status_update", "send")
                .endsAt("status_told")
                .hasPassedInOrder(
                        "status_asked", "draft_status_answer", "review_status_update", "tell_client_the_status");
    }

    @Test
    void anAnswerIsDraftedAgainUntilItIsSent() {
        PATHS.start(Map.of())
                .decides("review_status_update", "redraft")
                .waitsAt("review_status_update")
                .hasNotPassed("tell_client_the_status")
                .decides("review_status_update", "send")
                .endsAt("status_told")
                .hasPassedTimes("draft_status_answer", 2)
                .hasPassedTimes("tell_client_the_status", 1);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"skip", "", "Send", "approve"})
    void anythingButSendSendsNothing(String decision) {
        PATHS.start(Map.of())
                .decides("review_status_update", decision)
                .endsAt("status_not_told")
                .hasNotPassed("tell_client_the_status");
    }
}
