package dev.switchboard.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.SwitchboardTest;
import dev.switchboard.system.Groups;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@SwitchboardTest
class QuestionStoryTest {

    private static final String QUESTION = "Hi, what are your office hours next week?";

    @LocalServerPort
    int port;

    @Test
    void theAiDraftsAnAnswerAndAPersonsWordsLeave() {
        var answer = "Hello Ana, we are in on Monday to Friday, 9 to 5 — except Thursday. ☎";
        var story =
                Story.ofAClient(port, "Bluebird Bakery", "Ana", "consulting").texts(QUESTION);

        var review = story.task("review_answer", Groups.ACCOUNT);
        assertThat(review.shows("conversation.text")).contains(QUESTION);
        assertThat(review.shows("clientMessage")).startsWith("Hello Ana");
        assertThat(review.shows("draftedBy")).contains("offline");
        story.hasType("question").phoneShows();

        review.completes("approve", Map.of("clientMessage", answer))
                .phoneShows(answer)
                .ends();
    }

    @Test
    void anUntouchedDraftLeavesAsItWasShown() {
        var story = Story.ofAClient(port, "Corner Books", "Bo", "consulting").texts(QUESTION);
        var review = story.task("review_answer", Groups.ACCOUNT);
        var draft = review.shows("clientMessage");
        review.completes("approve").phoneShows(draft).ends();
    }

    @Test
    void aStrangersQuestionIsTiedToAClientInTriageAndAnsweredByAPerson() {
        var story = Story.ofAStranger(port).texts("Can you tell me what a small website would cost?");
        assertThat(story.task("triage_request", Groups.TRIAGE).shows("conversation.text"))
                .contains(story.phoneNumber());
        assertThat(story.request().path("client").isNull()).isTrue();
        var clientId = story.newClient("Elm Street Gym", "Eve", "design", "+15550780001");

        story.task("triage_request", Groups.TRIAGE)
                .completes("proceed", Map.of("requestType", "question", "urgency", "normal", "clientId", clientId))
                .task("write_answer", Groups.ACCOUNT)
                .completes("send", Map.of("clientMessage", "From 2,000 dollars. Shall we talk on Friday?"))
                .phoneShows("From 2,000 dollars. Shall we talk on Friday?")
                .ends();

        assertThat(story.request().at("/client/id").asText()).isEqualTo(clientId);
        assertThat(story.events("draft_written")).isEmpty();
    }

    @Test
    void noiseIsClosedInTriageAndNobodyIsTexted() {
        var story = Story.ofAStranger(port).texts("WIN A FREE CRUISE!!! Click http://example.com/now");
        story.task("triage_request", Groups.TRIAGE)
                .completes("close")
                .phoneShows()
                .ends();
        assertThat(story.request().path("closedAt").isNull()).isFalse();
    }

    @Test
    void wordsThatCannotBeSentAreRefusedAndTheTaskStaysOpen() {
        var story = Story.ofAClient(port, "Dune Travel", "Di", "consulting").texts(QUESTION);
        var review = story.task("review_answer", Groups.ACCOUNT);

        var tooLong = review.submits("approve", Map.of("clientMessage", "x".repeat(1601)))
                .expect(400);
        assertThat(tooLong.body()).contains("1601 characters");
        assertThat(review.submits("approve", Map.of("clientMessage", " "))
                        .expect(400)
                        .body())
                .contains("empty");
        assertThat(review.submits("send", Map.of()).expect(400).body()).contains("approve, decline, redraft");

        var longest = "y".repeat(1600);
        story.phoneShows()
                .task("review_answer", Groups.ACCOUNT)
                .completes("approve", Map.of("clientMessage", longest))
                .phoneShows(longest)
                .ends();
    }
}
