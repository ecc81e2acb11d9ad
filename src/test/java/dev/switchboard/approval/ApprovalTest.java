package dev.switchboard.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import dev.switchboard.channel.Outbox;
import dev.switchboard.process.Purpose;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The second lock: whatever a process or a program says, only the very words that a person approved leave. */
@SwitchboardTest
class ApprovalTest {

    private static final String WORDS = "Café is open until 6 pm.";

    @LocalServerPort
    int port;

    @Autowired
    Approvals approvals;

    @Autowired
    Outbox outbox;

    Desk desk;
    String number;
    String request;

    @BeforeEach
    void aRequest() {
        desk = new Desk(port);
        number = Desk.newNumber();
    }

    @AfterEach
    void nothingIsHeldForOtherTests() {
        for (var step : new String[] {"question/send_answer", "feature_request/file_issue", "bug_report/file_issue"}) {
            hold(step, false);
        }
    }

    @Test
    void theApprovedWordsAreSentOnceHoweverOftenTheStepRuns() {
        var approval = approved(WORDS);
        outbox.send(request, approval, WORDS);
        outbox.send(request, approval, WORDS);
        assertThat(desk.phone(number)).containsExactly(WORDS);
        var message = desk.outbound(request).get(0);
        assertThat(message.path("approvedBy").asText()).isEqualTo("rita");
        assertThat(message.path("status").asText()).isEqualTo("delivered");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Café is open until 7 pm.",
                "Cafe\u0301 is open until 6 pm.",
                "Café is open until 6 pm.\n",
                " Café is open until 6 pm.",
                "Café is open until 6 pm",
                "Café is  open until 6 pm.",
                "Café is open until 6\u00a0pm.",
                "CAFÉ IS OPEN UNTIL 6 PM.",
                "Café is open until 6 pm.\u200b",
                "",
            })
    void oneCharacterMoreLessOrOtherwiseIsRefused(String words) {
        var approval = approved(WORDS);
        assertThatThrownBy(() -> outbox.send(request, approval, words)).isInstanceOf(NotApproved.class);
        assertThatThrownBy(() -> outbox.ask(request, approval, words)).isInstanceOf(NotApproved.class);
        assertNothingLeft();
    }

    @Test
    void anApprovalOpensNoOtherDoor() {
        var approval = approved(WORDS);
        var otherNumber = Desk.newNumber();
        desk.text(otherNumber, "Another request");
        var other = desk.request(otherNumber);
        assertThatThrownBy(() -> outbox.send(other, approval, WORDS)).isInstanceOf(NotApproved.class);
        assertThatThrownBy(() -> outbox.send(request, approval + "x", WORDS)).isInstanceOf(NotApproved.class);
        assertThatThrownBy(() -> outbox.send(request, null, WORDS)).isInstanceOf(NotApproved.class);

        approvals.record("prd-" + number, request, "approve", Map.of(Purpose.PRD, WORDS), "rita", "model");
        assertThatThrownBy(() -> outbox.send(request, "prd-" + number, WORDS)).isInstanceOf(NotApproved.class);
        for (var purpose : new Purpose[] {Purpose.PRD, Purpose.BUG_REPORT}) {
            assertThatThrownBy(() -> approvals.require(approval, purpose, request, WORDS))
                    .isInstanceOf(NotApproved.class);
        }
        assertNothingLeft();
        assertThat(desk.phone(otherNumber)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"We refund everything!", "It costs 10 a month. ", "x"})
    void wordsChangedAfterTheReviewEndAsAnIncidentAndNotAsAText(String tampered) {
        hold("question/send_answer", true);
        request = desk.triaged(number, "What does hosting cost?", "question");
        desk.complete(
                        desk.task(request, "write_answer"),
                        Map.of("decision", "send", "clientMessage", "It costs 10 a month."))
                .expect(204);
        var job = heldJob("question/send_answer");
        setVariable(job, "clientMessage", "String", tampered);
        failForGood("question/send_answer", job);
        assertNothingLeft();

        setVariable(job, "clientMessage", "String", "It costs 10 a month.");
        retry(job);
        desk.awaitStatus(request, "closed");
        assertThat(desk.phone(number)).containsExactly("It costs 10 a month.");
    }

    @Test
    void anotherReviewsApprovalDoesNotHelp() {
        hold("question/send_answer", true);
        request = desk.triaged(number, "What does hosting cost?", "question");
        desk.complete(desk.task(request, "write_answer"), Map.of("decision", "send", "clientMessage", "10 a month"))
                .expect(204);
        var job = heldJob("question/send_answer");
        approvals.record("other-" + number, "R-1", "send", Map.of(Purpose.CLIENT_MESSAGE, "10 a month"), "rita", null);
        setVariable(job, "approvalId", "String", "other-" + number);
        failForGood("question/send_answer", job);
        assertNothingLeft();
    }

    @Test
    void aPrdChangedAfterTheReviewIsNotFiled() {
        hold("feature_request/file_issue", true);
        request = desk.triaged(number, "Please add dark mode to the app", "feature");
        desk.complete(
                        desk.task(request, "review_prd"),
                        Map.of(
                                "decision", "approve",
                                "prd", Desk.json(Map.of("markdown", "# Dark mode\n\nAs approved")),
                                "clientMessage", "We will build it."))
                .expect(204);
        var job = heldJob("feature_request/file_issue");
        setVariable(job, "prd", "Json", Desk.json(Map.of("markdown", "# Dark mode\n\nAs approved\n")));
        failForGood("feature_request/file_issue", job);
        assertNothingFiled();
        assertNothingLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "markdown"})
    void aBugReportChangedAfterTheReviewIsNotFiled(String member) {
        hold("bug_report/file_issue", true);
        request = desk.triaged(number, "The login page in Chrome crashes when I click save since Monday", "bug");
        desk.complete(
                        desk.task(request, "review_bug_report"),
                        Map.of(
                                "decision", "approve",
                                "bugReport", Desk.json(Map.of("title", "Crash", "markdown", "As approved")),
                                "clientMessage", "We are on it."))
                .expect(204);
        var job = heldJob("bug_report/file_issue");
        var other = member.equals("title") ? "As approved" : "Crash";
        setVariable(
                job,
                "bugReport",
                "Json",
                Desk.json(Map.of(member, "changed", member.equals("title") ? "markdown" : "title", other)));
        failForGood("bug_report/file_issue", job);
        assertNothingFiled();
        assertNothingLeft();
    }

    private String approved(String words) {
        desk.text(number, "When does the café close?");
        request = desk.request(number);
        desk.task(request, "triage_request");
        var id = "task-" + number;
        approvals.record(id, request, "approve", Map.of(Purpose.CLIENT_MESSAGE, words), "rita", "model");
        return id;
    }

    private void assertNothingLeft() {
        assertThat(desk.phone(number)).isEmpty();
        assertThat(desk.outbound(request)).isEmpty();
        assertThat(desk.events(
                        "message_queued",
                        event -> event.path("requestId").asText().equals(request)))
                .isEmpty();
    }

    private void assertNothingFiled() {
        assertThat(desk.admin()
                        .get("/api/requests/" + request)
                        .json()
                        .path("issue")
                        .isNull())
                .isTrue();
        assertThat(desk.events(
                        "issue_filed", event -> event.path("requestId").asText().equals(request)))
                .isEmpty();
    }

    /** Keeps the jobs of a step, "process/activity", where they are, or lets them go on. */
    private void hold(String step, boolean held) {
        var parts = step.split("/");
        var definition = engine("job-definition?processDefinitionKey=" + parts[0] + "&activityIdIn=" + parts[1])
                .get(0)
                .path("id")
                .asText();
        desk.admin()
                .send(
                        "PUT",
                        "/engine-rest/job-definition/" + definition + "/suspended",
                        "application/json",
                        "{\"suspended\":" + held + ",\"includeJobs\":true}")
                .expect(204);
    }

    /** The job of this request that does not run; those of other tests may be held with it. */
    private JsonNode heldJob(String step) {
        var parts = step.split("/");
        var process = "process-instance?businessKey=" + request + "&processDefinitionKey=" + parts[0];
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(
                        (Iterable<JsonNode>) engine("job?suspended=true&activityId=" + parts[1] + "&processInstanceId="
                                + engine(process).path(0).path("id").asText()))
                .hasSize(1));
        return engine("job?activityId=" + parts[1] + "&processInstanceId="
                        + engine(process).path(0).path("id").asText())
                .get(0);
    }

    private void setVariable(JsonNode job, String name, String type, String value) {
        desk.admin()
                .send(
                        "PUT",
                        "/engine-rest/process-instance/"
                                + job.path("processInstanceId").asText() + "/variables/" + name,
                        "application/json",
                        Desk.json(Map.of("type", type, "value", value)))
                .expect(204);
    }

    /** Lets the step run and fail, and again without the pauses between: then it is an incident that a person sees. */
    private void failForGood(String step, JsonNode job) {
        var id = job.path("id").asText();
        hold(step, false);
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(
                        engine("job/" + id).path("exceptionMessage").asText())
                .contains("approved"));
        retry(job);
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat((Iterable<JsonNode>) engine("incident?processInstanceId="
                                + job.path("processInstanceId").asText()))
                        .hasSize(1));
    }

    /** Once more and now, whatever pause the step's retry cycle has. */
    private void retry(JsonNode job) {
        var path = "/engine-rest/job/" + job.path("id").asText();
        desk.admin().send("PUT", path + "/duedate", "application/json", "{\"duedate\":null}").expect(204);
        desk.admin().send("PUT", path + "/retries", "application/json", "{\"retries\":1}").expect(204);
    }

    private JsonNode engine(String path) {
        return desk.admin().get("/engine-rest/" + path).expect(200).json();
    }
}
