package dev.switchboard.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Caller;
import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import dev.switchboard.system.Groups;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a client writes while people work on the request, and people who write themselves. */
@SwitchboardTest
class NewWordsTest {

    private static final String WISH = "could we have a dark mode in the booking app? our guests read it in bed";
    private static final String VAGUE = "The logo on the invoice looks a bit blurry.";
    private static final String VAGUER = "The logo looks a bit blurry.";

    @LocalServerPort
    int port;

    Desk desk;
    String number;

    @BeforeEach
    void desk() {
        desk = new Desk(port);
        number = Desk.newNumber();
        desk.client("Client of " + number, number);
    }

    @Test
    void aDraftOlderThanTheNewestWordsSaysSoUntilItIsDraftedAgain() {
        desk.text(number, WISH);
        var request = desk.request(number);
        var review = desk.task(request, "review_prd");
        assertThat(desk.variable(review, "draftWarning").asText()).isEmpty();

        var second = desk.text(number, "on the tablet as well");
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(
                        desk.variable(review, "draftWarning").asText())
                .contains("a text", second));
        var third = desk.text(number, "and <b>in</b> blue");
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(
                        desk.variable(review, "draftWarning").asText())
                .contains("2 texts", second + ", " + third));
        assertThat(desk.variable(review, "conversation").asText()).contains("and <b>in</b> blue");
        var task = desk.admin().get("/engine-rest/task/" + review).expect(200).json();
        assertThat(task.path("followUp").asText()).isNotEmpty();
        assertThat(desk.admin()
                        .get("/engine-rest/task/" + review + "/comment")
                        .expect(200)
                        .json())
                .extracting(comment -> comment.path("message").asText())
                .containsExactlyInAnyOrder(
                        "The client wrote again: on the tablet as well", "The client wrote again: and <b>in</b> blue");

        desk.complete(review, Map.of("decision", "redraft", "feedback", "With all of it"))
                .expect(204);
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(desk.task(request, "review_prd"))
                .isNotEqualTo(review));
        var again = desk.task(request, "review_prd");
        assertThat(desk.variable(again, "draftWarning").asText()).isEmpty();
        assertThat(desk.variable(again, "prd").asText()).contains("on the tablet as well", "in</b> blue");
    }

    @Test
    void aQuestionOlderThanTheNewestWordsIsDraftedAgainFromThem() {
        desk.text(number, VAGUER);
        var request = desk.request(number);
        var review = desk.task(request, "review_question_to_client");
        assertThat(desk.variable(review, "missing").asText()).contains("since");
        var before = desk.variable(review, "clientMessage").asText();
        wroteAgain(review, "Since yesterday.");

        desk.complete(review, Map.of("decision", "redraft")).expect(204);
        var again = next(request, "review_question_to_client", review);
        assertThat(desk.variable(again, "draftWarning").asText()).isEmpty();
        assertThat(desk.variable(again, "missing").asText()).isNotEmpty().doesNotContain("since");
        assertThat(desk.variable(again, "clientMessage").asText()).isNotEmpty().isNotEqualTo(before);
        assertThat(events("report_assessed", request)).hasSize(2);

        wroteAgain(again, "On the page of the invoice, in Chrome on my laptop.");
        desk.complete(again, Map.of("decision", "redraft")).expect(204);
        var report = desk.task(request, "review_bug_report");
        assertThat(desk.variable(report, "draftWarning").asText()).isEmpty();
        assertThat(desk.variable(report, "bugReport").asText()).contains("in Chrome on my laptop");
        assertThat(desk.phone(number)).isEmpty();
    }

    @Test
    void aQuestionDraftedAgainLeavesAReportThatAPersonChanged() {
        desk.text(number, VAGUE);
        var request = asked();
        desk.text(number, "Since yesterday, on the page of the invoice, after the update.");
        var mine = Desk.json(Map.of("title", "Blurry", "markdown", "My own analysis"));
        var report = desk.task(request, "review_bug_report");
        desk.complete(report, Map.of("decision", "ask_client", "bugReport", mine))
                .expect(204);
        var review = desk.task(request, "review_question_to_client");
        wroteAgain(review, "In Chrome");

        desk.complete(review, Map.of("decision", "redraft")).expect(204);
        var again = next(request, "review_bug_report", report);
        assertThat(desk.variable(again, "bugReport").asText()).contains("My own analysis");
        assertThat(desk.variable(again, "draftWarning").asText()).isNotEmpty();
    }

    @Test
    void aStatusAnswerOlderThanTheNewestWordsIsDraftedAgain() {
        desk.text(number, WISH);
        var request = desk.request(number);
        desk.task(request, "review_prd");
        desk.text(number, "Any news?");
        var review = desk.task(request, "review_status_update");
        assertThat(desk.variable(review, "draftWarning").asText()).isEmpty();
        wroteAgain(review, "on the tablet as well");

        desk.complete(review, Map.of("decision", "redraft")).expect(204);
        var again = next(request, "review_status_update", review);
        assertThat(desk.variable(again, "draftWarning").asText()).isEmpty();
        assertThat(desk.variable(again, "clientMessage").asText()).isNotEmpty();
        assertThat(events("draft_written", request))
                .filteredOn(event -> event.at("/details/purpose").asText().equals("draft_status_answer"))
                .hasSize(2);
        assertThat(desk.phone(number)).isEmpty();
    }

    @Test
    void whoApprovesAnOldDraftIsRecordedToHaveKnown() {
        desk.text(number, WISH);
        var request = desk.request(number);
        var review = desk.task(request, "review_prd");
        var second = desk.text(number, "on the tablet as well");
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(
                        desk.variable(review, "draftWarning").asText())
                .contains(second));
        desk.complete(review, Map.of("decision", "approve", "clientMessage", "Noted."))
                .expect(204);
        assertThat(events("task_completed", request).get(0).at("/details/textsNotInDraft"))
                .extracting(JsonNode::asText)
                .containsExactly(second);
    }

    @Test
    void whoWritesIsNotDraftedOver() {
        desk.text(number, VAGUE);
        var request = asked();
        desk.admin().post("/api/requests/" + request + "/writing", "").expect(204);
        desk.text(number, "Since yesterday, after the update.");

        var review = desk.task(request, "review_bug_report");
        assertThat(desk.variable(review, "clientMessage").asText()).isEmpty();
        assertThat(desk.variable(review, "bugReport").asText()).contains("\"markdown\":\"\"");
        assertThat(events("draft_left_to_person", request))
                .extracting(event -> event.at("/details/purpose").asText())
                .containsExactlyInAnyOrder("assess_report", "draft_bug_report");

        desk.complete(review, Map.of("decision", "redraft")).expect(204);
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(desk.task(request, "review_bug_report"))
                .isNotEqualTo(review));
        assertThat(desk.variable(desk.task(request, "review_bug_report"), "bugReport")
                        .asText())
                .contains(VAGUE);
    }

    @Test
    void ownWordsToTheClientAreWritingTooAndItCanBeEnded() {
        desk.text(number, VAGUE);
        var request = asked();
        desk.admin()
                .post("/api/requests/" + request + "/messages", "{\"body\":\"Which browser, too?\"}")
                .expect(201);
        desk.admin()
                .send("DELETE", "/api/requests/" + request + "/writing", null, null)
                .expect(204);
        assertThat(events("writing_began", request)).hasSize(1);
        desk.text(number, "Since yesterday, after the update.");
        assertThat(desk.variable(desk.task(request, "review_bug_report"), "bugReport")
                        .asText())
                .contains("Since yesterday");
    }

    @Test
    void aReportThatAPersonChangedIsKeptOverAQuestionToTheClient() {
        desk.text(number, VAGUE);
        var request = asked();
        desk.text(number, "Since yesterday, after the update.");
        var mine = Desk.json(Map.of("title", "Blurry", "markdown", "My own analysis"));
        desk.complete(desk.task(request, "review_bug_report"), Map.of("decision", "ask_client", "bugReport", mine))
                .expect(204);
        desk.complete(
                        desk.task(request, "review_question_to_client"),
                        Map.of("decision", "send", "clientMessage", "Which page?"))
                .expect(204);
        desk.awaitStatus(request, "waiting_for_client");
        desk.text(number, "On page two, in Chrome");
        var review = desk.task(request, "review_bug_report");
        assertThat(desk.variable(review, "bugReport").asText()).contains("My own analysis");
        assertThat(desk.variable(review, "draftWarning").asText()).isNotEmpty();
        assertThat(desk.variable(review, "clientMessage").asText()).isEmpty();
    }

    @Test
    void aMemberOfStaffWithdrawsARequest() {
        desk.text(number, WISH);
        var request = desk.request(number);
        desk.task(request, "review_prd");
        desk.admin()
                .post("/api/requests/" + request + "/withdraw", "{\"reason\":\"told us by telephone\"}")
                .expect(200);
        desk.awaitStatus(request, "closed");
        assertThat(desk.phone(number)).isEmpty();
        assertThat(desk.admin().get("/api/requests/" + request).json().path("currentSteps"))
                .isEmpty();
        assertThat(events("request_withdrawn", request).get(0).at("/actor/name").asText())
                .isEqualTo(Caller.ADMIN);
        desk.admin().post("/api/requests/" + request + "/withdraw", "{}").expect(409);
    }

    @Test
    void aWithdrawalThroughTheEngineSaysWhoIsSignedIn() {
        desk.text(number, WISH);
        var request = desk.request(number);
        desk.task(request, "review_prd");
        desk.admin().post("/engine-rest/message", """
                        {"messageName":"request_withdrawn","businessKey":"%s",
                         "processVariables":{"withdrawnBy":{"value":"somebody-else","type":"String"}}}""".formatted(request)).expect(204);
        desk.awaitStatus(request, "closed");
        assertThat(events("request_withdrawn", request).get(0).at("/actor/name").asText())
                .isEqualTo(Caller.ADMIN);
    }

    @Test
    void onlyStaffWriteAndWithdraw() {
        desk.text(number, WISH);
        var request = desk.request(number);
        for (var path : List.of("/writing", "/withdraw")) {
            Caller.anonymous(port).post("/api/requests/" + request + path, "{}").expect(401);
            Caller.staff(port, "wendy@agency.test", Groups.ACCOUNT)
                    .post("/api/requests/R-0" + path, "{}")
                    .expect(404);
        }
    }

    private void wroteAgain(String review, String words) {
        var text = desk.text(number, words);
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(
                        desk.variable(review, "draftWarning").asText())
                .contains(text));
    }

    private String next(String request, String step, String before) {
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(desk.task(request, step)).isNotEqualTo(before));
        return desk.task(request, step);
    }

    private String asked() {
        var request = desk.request(number);
        desk.complete(
                        desk.task(request, "review_question_to_client"),
                        Map.of("decision", "send", "clientMessage", "Since when?"))
                .expect(204);
        desk.awaitStatus(request, "waiting_for_client");
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(desk.phone(number)).hasSize(1));
        return request;
    }

    private List<JsonNode> events(String type, String request) {
        return desk.events(type, event -> event.path("requestId").asText().equals(request));
    }
}
