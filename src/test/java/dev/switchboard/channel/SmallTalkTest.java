package dev.switchboard.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import dev.switchboard.TurnedClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Thanks, "any news?", "never mind", and words after a request was closed. */
@SwitchboardTest
@Import(TurnedClock.InPlace.class)
class SmallTalkTest {

    private static final String QUESTION = "Hi, what are your office hours next week?";

    @LocalServerPort
    int port;

    @Autowired
    TurnedClock clock;

    @Autowired
    Relay relay;

    Desk desk;
    String number;

    @BeforeEach
    void desk() {
        desk = new Desk(port);
        number = Desk.newNumber();
    }

    @Test
    void thanksOpenNothingAndAreKeptWithTheRequestTheyAreFor() {
        var closed = closed(QUESTION);
        desk.text(number, "Thanks a lot! 🙏");
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(bodies(closed)).contains("Thanks a lot! 🙏"));
        assertThat(desk.requests(number)).hasSize(1);
        assertThat(desk.status(closed)).isEqualTo("closed");
        assertThat(events("message_appended", closed)).hasSize(1);
    }

    @Test
    void thanksWithoutARequestAreKeptAndOpenNothing() {
        desk.text(number, "Merci beaucoup !");
        relay.sweep();
        assertThat(desk.requests(number)).isEmpty();
    }

    @Test
    void thanksWhileWorkGoesOnAreNoNewWords() {
        desk.client("Thankful Theatre", number);
        desk.text(number, QUESTION);
        var request = desk.request(number);
        var review = desk.task(request, "review_answer");
        desk.text(number, "Thank you!");
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(
                        desk.variable(review, "conversation").asText())
                .contains("Thank you!"));
        assertThat(desk.variable(review, "draftWarning").asText()).isEmpty();
    }

    @Test
    void whoAsksForTheStatusGetsADraftFromTheProcessAndTheRequestGoesOn() {
        desk.client("Curious Cafe", number);
        desk.text(number, QUESTION);
        var request = desk.request(number);
        desk.task(request, "review_answer");
        desk.text(number, "Any news?");
        var answer = desk.task(request, "review_status_update");
        assertThat(desk.variable(answer, "clientMessage").asText()).contains(QUESTION, "we are working on it since");
        assertThat(desk.requests(number)).hasSize(1);
        desk.complete(answer, Map.of("decision", "send", "clientMessage", "We are on it."))
                .expect(204);
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(desk.phone(number)).containsExactly("We are on it."));

        desk.text(number, "status?");
        desk.complete(desk.task(request, "review_status_update"), Map.of("decision", "skip"))
                .expect(204);
        assertThat(desk.variable(desk.task(request, "review_answer"), "draftWarning")
                        .asText())
                .isEmpty();
        assertThat(desk.status(request)).isEqualTo("in_progress");
    }

    @Test
    void aQuestionForTheStatusIsNoReplyToOurs() {
        var request = asked();
        desk.text(number, "Is it done yet?");
        var answer = desk.task(request, "review_status_update");
        assertThat(desk.variable(answer, "clientMessage").asText()).contains("waiting for your answer");
        assertThat(desk.status(request)).isEqualTo("waiting_for_client");
    }

    @Test
    void neverMindWithdrawsTheOnlyOpenRequest() {
        var request = asked();
        desk.text(number, "Never mind, solved!");
        desk.awaitStatus(request, "closed");
        assertThat(desk.requests(number)).hasSize(1);
        assertThat(desk.phone(number)).hasSize(1);
        var event = events("request_withdrawn", request).get(0);
        assertThat(event.at("/actor/kind").asText()).isEqualTo("client");
        assertThat(event.at("/details/workedOnIt")).hasSize(1);
    }

    @Test
    void withAnIssueOpenAPersonDecidesAboutAWithdrawal() {
        desk.client("Filing Florist", number);
        desk.text(number, "could we have a dark mode in the booking app? our guests read it in bed");
        var request = desk.request(number);
        desk.complete(
                        desk.task(request, "review_prd"),
                        Map.of("decision", "approve", "clientMessage", "It is on our list."))
                .expect(204);
        desk.awaitStatus(request, "waiting_for_delivery");
        desk.text(number, "We don't need it anymore");
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(desk.requests(number)).hasSize(2));
        var second = desk.requests(number).get(0).path("id").asText();
        assertThat(desk.variable(desk.task(second, "triage_request"), "triageNote")
                        .asText())
                .contains(request);
        assertThat(desk.status(request)).isEqualTo("waiting_for_delivery");
    }

    @Test
    void wordsAboutAClosedRequestReachAPersonWhoReopensIt() {
        var earlier = closed(QUESTION);
        desk.text(number, "I asked about the office hours next week: are they the same on Friday?");
        var later = desk.request(number);
        var triage = desk.task(later, "triage_request");
        assertThat(desk.variable(triage, "triageNote").asText()).contains(earlier);
        assertThat(desk.variable(triage, "earlierRequest").asText()).contains(earlier, QUESTION);
        assertThat(desk.status(later)).isEqualTo("triage");
        desk.complete(
                        triage,
                        Map.of(
                                "decision",
                                "proceed",
                                "requestType",
                                "question",
                                "urgency",
                                "normal",
                                "continues",
                                "earlier"))
                .expect(204);
        var review = desk.task(
                later,
                desk.requests(number).get(0).path("handling").asText().equals("ai") ? "review_answer" : "write_answer");
        assertThat(desk.variable(review, "conversation").asText()).contains(QUESTION, "are they the same on Friday?");
        assertThat(events("request_reopened", earlier)).hasSize(1);
    }

    @Test
    void wordsThatAskForNothingArePutToTheClosedRequest() {
        var earlier = closed(QUESTION);
        desk.text(number, "It was closed");
        var later = desk.request(number);
        desk.complete(desk.task(later, "triage_request"), Map.of("decision", "close", "continues", "earlier"))
                .expect(204);
        desk.awaitStatus(later, "closed");
        assertThat(bodies(earlier)).contains("It was closed");
    }

    @Test
    void anotherWishAfterAClosedRequestGoesItsOwnWay() {
        closed(QUESTION);
        desk.text(number, "could we have a dark mode in the booking app? our guests read it in bed");
        desk.task(desk.request(number), "review_prd");
    }

    @Test
    void afterTheSetTimeWordsAreANewRequest() {
        closed(QUESTION);
        clock.forward(Duration.ofDays(8));
        desk.text(number, QUESTION);
        desk.task(desk.request(number), "review_answer");
    }

    private String closed(String words) {
        desk.client("Client of " + number, number);
        desk.text(number, words);
        var request = desk.request(number);
        desk.complete(desk.task(request, "review_answer"), Map.of("decision", "approve", "clientMessage", "9 to 5."))
                .expect(204);
        desk.awaitStatus(request, "closed");
        return request;
    }

    private String asked() {
        desk.client("Client of " + number, number);
        desk.text(number, "The logo on the invoice looks a bit blurry.");
        var request = desk.request(number);
        var task = desk.task(request, "review_question_to_client");
        desk.admin()
                .post("/engine-rest/task/" + task + "/claim", "{\"userId\":\"admin\"}")
                .expect(204);
        desk.complete(task, Map.of("decision", "send", "clientMessage", "Since when?"))
                .expect(204);
        desk.awaitStatus(request, "waiting_for_client");
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(desk.phone(number)).hasSize(1));
        return request;
    }

    private List<String> bodies(String request) {
        return desk.messages(request).stream()
                .map(message -> message.path("body").asText())
                .toList();
    }

    private List<JsonNode> events(String type, String request) {
        return desk.events(type, event -> event.path("requestId").asText().equals(request));
    }
}
