package dev.switchboard.process;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UndeliveredTextPathTest {

    @RegisterExtension
    static final Paths PATHS = new Paths("undelivered_text");

    @Test
    void aTextLeavesAgainAfterAPersonSaidSo() {
        PATHS.start(Map.of())
                .decides("handle_undelivered_text", "send_again")
                .endsAt("text_sent_again")
                .hasPassedInOrder(
                        "text_not_delivered",
                        "handle_undelivered_text",
                        "undelivered_decision",
                        "send_text_again",
                        "text_sent_again");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "reached", "send", "SEND_AGAIN"})
    void anythingElseSendsNothing(String decision) {
        PATHS.start(Map.of())
                .decides("handle_undelivered_text", decision)
                .endsAt("client_reached")
                .hasNotPassed("send_text_again");
    }
}
