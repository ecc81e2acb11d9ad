package dev.switchboard.process;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientOnboardingPathTest {

    @RegisterExtension
    static final Paths PATHS = new Paths("client_onboarding");

    @Test
    void theWelcomeLeavesAfterItsReview() {
        entered()
                .decides("review_welcome_message", "send")
                .endsAt("client_welcomed")
                .hasPassedInOrder(
                        "client_entered",
                        "create_client",
                        "draft_welcome_message",
                        "review_welcome_message",
                        "welcome_decision",
                        "send_welcome_message",
                        "client_welcomed");
    }

    @Test
    void theClientIsThereBeforeAnyJobRuns() {
        entered().hasPassedTimes("create_client", 1).hasPassedTimes("draft_welcome_message", 0);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "skip", "approve", "SEND"})
    void anythingButSendSendsNothing(String decision) {
        entered()
                .decides("review_welcome_message", decision)
                .endsAt("onboarded_without_welcome")
                .hasNotPassed("send_welcome_message");
    }

    private static Walk entered() {
        return PATHS.start(Map.of());
    }
}
