package dev.switchboard.insights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.Caller;
import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@SwitchboardTest
class InsightsTest {

    private static final String QUESTION = "Hi, what are your office hours next week?";

    @LocalServerPort
    int port;

    @Test
    void anApprovedDraftCountsAsEditedOrNotAndTheReplyIsTimed() {
        var before = answers();
        var desk = new Desk(port);
        answer(desk, Map.of("decision", "approve"));
        answer(desk, Map.of("decision", "approve", "clientMessage", "Nine to five."));
        var after = answers();
        assertThat(after.get(0) - before.get(0)).as("unedited").isEqualTo(1);
        assertThat(after.get(1) - before.get(1)).as("edited").isEqualTo(1);

        var figures = desk.admin().get("/api/insights?days=2").expect(200).json();
        assertThat(figures.at("/firstReply/count").asLong()).isGreaterThanOrEqualTo(2);
        assertThat(figures.at("/firstReply/medianMs").asLong()).isPositive();
        assertThat(figures.at("/byType/question").asLong()).isGreaterThanOrEqualTo(2);
        assertThat(figures.path("unedited").asDouble()).isBetween(0.0, 1.0);
        assertThat(figures.path("aiCost")).isNotEmpty();
    }

    @Test
    void aPeriodThatIsNoneIsRefused() {
        for (var days : List.of("0", "367", "many")) {
            assertThat(Caller.admin(port)
                            .get("/api/insights?days=" + days)
                            .expect(400)
                            .json()
                            .path("detail")
                            .asText())
                    .startsWith("days must be");
        }
    }

    private static void answer(Desk desk, Map<String, String> fields) {
        var number = Desk.newNumber();
        desk.client("Insights " + number, number);
        desk.text(number, QUESTION);
        var request = desk.request(number);
        desk.complete(desk.task(request, "review_answer"), fields).expect(204);
        desk.awaitStatus(request, "closed");
    }

    /** Unedited and edited answers. */
    private List<Long> answers() {
        var drafts = Caller.admin(port).get("/api/insights").expect(200).json().path("drafts");
        for (var kind : drafts) {
            if (kind.path("kind").asText().equals("draft_answer")) {
                return List.of(
                        kind.path("unedited").asLong(), kind.path("edited").asLong());
            }
        }
        return List.of(0L, 0L);
    }
}
