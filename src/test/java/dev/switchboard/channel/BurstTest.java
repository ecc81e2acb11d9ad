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

/** Texts that come shortly after one another; the clock is turned, never waited for. */
@SwitchboardTest(properties = "switchboard.burst-window=PT20S")
@Import(TurnedClock.InPlace.class)
class BurstTest {

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
    void severalTextsAreOneRequestAndOneDraft() {
        desk.client("Burst Bakery", number);
        desk.text(number, "could we have a dark mode");
        var request = desk.request(number);
        assertThat(desk.status(request)).isEqualTo("new");
        passes(15);
        desk.text(number, "in the booking app?");
        awaitTexts(request, 2);
        passes(15);
        desk.text(number, "our guests read it in bed");
        awaitTexts(request, 3);
        passes(15);
        relay.sweep();
        assertThat(steps(request)).isZero();

        passes(6);
        var review = desk.task(request, "review_prd");
        assertThat(desk.requests(number)).hasSize(1);
        assertThat(desk.requests(number).get(0).path("title").asText()).isEqualTo("could we have a dark mode");
        assertThat(desk.variable(review, "prd").asText())
                .contains("could we have a dark mode", "in the booking app?", "our guests read it in bed");
        assertThat(desk.variable(review, "draftWarning").asText()).isEmpty();
        assertThat(events("draft_written", request)).hasSize(1);
        assertThat(events("request_classified", request)).hasSize(1);
    }

    @Test
    void whoWritesOnAndOnIsHeardAfterThreeWindows() {
        desk.text(number, "part 1");
        var request = desk.request(number);
        for (var part = 2; part <= 4; part++) {
            passes(15);
            desk.text(number, "part " + part);
            awaitTexts(request, part);
        }
        relay.sweep();
        assertThat(steps(request)).isZero();
        passes(15);
        desk.task(request, "triage_request");
        assertThat(desk.messages(request)).hasSize(4);
    }

    @Test
    void anotherNumbersWindowIsItsOwn() {
        var other = Desk.newNumber();
        desk.text(other, "Is the shop open?");
        desk.request(other);
        passes(15);
        desk.text(number, "The logo is blurry");
        var late = desk.request(number);
        passes(6);
        desk.task(desk.request(other), "triage_request");
        relay.sweep();
        assertThat(steps(late)).isZero();
    }

    @Test
    void whatStaffWriteDownDoesNotWait() {
        var client = desk.client("Manual Motors", number);
        var request = desk.admin()
                .post("/api/requests", Desk.json(Map.of("clientId", client, "body", "dark mode", "type", "feature")))
                .expect(201)
                .json()
                .path("id")
                .asText();
        desk.task(request, "review_prd");
    }

    @Test
    void repliesAreTakenTogetherToo() {
        var request = asked("The logo on the invoice looks a bit blurry.");
        desk.text(number, "on page two");
        awaitTexts(request, 2);
        passes(10);
        desk.text(number, "since Monday, in Chrome");
        awaitTexts(request, 3);
        relay.sweep();
        assertThat(desk.status(request)).isEqualTo("waiting_for_client");
        passes(21);
        var review = desk.task(request, "review_bug_report");
        assertThat(desk.variable(review, "bugReport").asText()).contains("on page two", "since Monday, in Chrome");
        assertThat(events("report_assessed", request)).hasSize(2);
    }

    @Test
    void aNumberBringsTheHeldTextsToTheRequestThatIsMeant() {
        var first = asked("The logo on the invoice looks a bit blurry.");
        var second = asked("The banner of the shop looks a bit dark.");
        desk.text(number, "Since Monday, in Chrome");
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(question()).hasSize(1));
        assertThat(question().get(0)).contains("1) \"The logo", "2) \"The banner");
        desk.text(number, "and in Firefox");
        assertThat(desk.messages(second)).noneMatch(BurstTest::fromClient);
        desk.text(number, " #2. ");

        passes(21);
        var review = desk.task(second, "review_bug_report");
        assertThat(desk.variable(review, "bugReport").asText()).contains("Since Monday, in Chrome", "and in Firefox");
        assertThat(desk.variable(review, "bugReport").asText()).doesNotContain("#2");
        assertThat(desk.status(first)).isEqualTo("waiting_for_client");
        assertThat(question()).hasSize(1);
        assertThat(desk.requests(number)).hasSize(2);
    }

    @Test
    void wordsInsteadOfANumberAreLeftToAPersonWhoSeesBothRequests() {
        var first = asked("The logo on the invoice looks a bit blurry.");
        var second = asked("The banner of the shop looks a bit dark.");
        desk.text(number, "Since Monday, in Chrome");
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(question()).hasSize(1));
        desk.text(number, "the one with the blur of course");
        relay.sweep();
        passes(21);
        leftToAPerson(first, second, "Since Monday, in Chrome", "the one with the blur of course");
    }

    @Test
    void withoutAnAnswerAPersonDecidesAfterAnHour() {
        var first = asked("The logo on the invoice looks a bit blurry.");
        var second = asked("The banner of the shop looks a bit dark.");
        desk.text(number, "Since Monday, in Chrome");
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(question()).hasSize(1));
        passes(50 * 60);
        relay.sweep();
        assertThat(desk.requests(number)).hasSize(2);
        passes(11 * 60);
        leftToAPerson(first, second, "Since Monday, in Chrome");
        // The next text is a question of its own again
        desk.text(number, "It is about " + first);
        awaitTexts(first, 2);
    }

    private void leftToAPerson(String first, String second, String... words) {
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(desk.requests(number)).hasSize(3));
        var request = desk.requests(number).get(0).path("id").asText();
        var triage = desk.task(request, "triage_request");
        assertThat(desk.variable(triage, "triageNote").asText()).contains(first, second);
        assertThat(desk.messages(request))
                .extracting(message -> message.path("body").asText())
                .containsExactly(words);
        assertThat(question()).hasSize(1);
        assertThat(desk.status(first)).isEqualTo("waiting_for_client");
        assertThat(desk.status(second)).isEqualTo("waiting_for_client");
    }

    /** A bug report of which the client was asked something. */
    private String asked(String words) {
        var known = desk.requests(number).stream().findFirst();
        var client = known.map(request -> request.at("/client/id").asText())
                .orElseGet(() -> desk.client("Client of " + number, number));
        var request = desk.admin()
                .post("/api/requests", Desk.json(Map.of("clientId", client, "body", words, "type", "bug")))
                .expect(201)
                .json()
                .path("id")
                .asText();
        desk.complete(
                        desk.task(request, "review_question_to_client"),
                        Map.of("decision", "send", "clientMessage", "Since when, and where?"))
                .expect(204);
        desk.awaitStatus(request, "waiting_for_client");
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(desk.admin()
                        .get("/engine-rest/event-subscription/count?eventName=client_replied")
                        .json()
                        .path("count")
                        .asInt())
                .isPositive());
        return request;
    }

    /** The fixed texts that ask which request is meant. */
    private List<String> question() {
        return desk.phone(number).stream()
                .filter(text -> text.contains("Please reply with its number"))
                .toList();
    }

    private void awaitTexts(String request, int texts) {
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(desk.messages(request).stream()
                        .filter(BurstTest::inbound)
                        .toList())
                .hasSize(texts));
    }

    private void passes(int seconds) {
        clock.forward(Duration.ofSeconds(seconds));
    }

    private int steps(String request) {
        return desk.admin()
                .get("/api/requests/" + request)
                .json()
                .path("currentSteps")
                .size();
    }

    private List<JsonNode> events(String type, String request) {
        return desk.events(type, event -> event.path("requestId").asText().equals(request));
    }

    private static boolean inbound(JsonNode message) {
        return message.path("direction").asText().equals("inbound");
    }

    private static boolean fromClient(JsonNode message) {
        return inbound(message) && !message.path("providerId").asText().startsWith("manual:");
    }
}
