package dev.switchboard.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.Caller;
import dev.switchboard.Caller.Answer;
import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import dev.switchboard.system.Groups;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The dashboard's tasks are the engine's: the same rights, the same refusals, the same record of who did it. */
@SwitchboardTest
class TasksApiTest {

    private static final String APPROVE = "{\"variables\":{\"decision\":\"approve\",\"clientMessage\":\"%s\"}}";

    @LocalServerPort
    int port;

    private Desk desk;
    private String number;
    private String request;
    private String task;

    @BeforeEach
    void aDraftWaitsForItsReview() {
        desk = new Desk(port);
        number = Desk.newNumber();
        desk.client("Tasks of " + number, number);
        desk.text(number, "Hi, what are your office hours next week?");
        request = desk.request(number);
        task = desk.task(request, "review_answer");
    }

    @Test
    void whoHasTheRightCompletesAndTheWordsLeaveInTheirName() {
        var clerk = account("tasks.tess");
        var form = clerk.get("/api/tasks/" + task).expect(200).json();
        assertThat(form.at("/task/subject").asText()).isEqualTo(request);
        assertThat(form.at("/schema/id").asText()).isEqualTo("review-answer");
        assertThat(form.at("/data/conversation/text").asText()).contains("office hours");

        clerk.post("/api/tasks/" + task + "/complete", APPROVE.formatted("Nine to five."))
                .expect(204);
        desk.awaitStatus(request, "closed");
        assertThat(desk.phone(number)).containsExactly("Nine to five.");
        assertThat(desk.events(
                        "task_completed",
                        event -> event.path("requestId").asText().equals(request)))
                .singleElement()
                .satisfies(event -> assertThat(event.at("/actor/name").asText()).isEqualTo("tasks.tess"));

        var again = clerk.post("/api/tasks/" + task + "/complete", APPROVE.formatted("Ten to six."));
        assertThat(sentence(again, 409)).contains("Review answer", "tasks.tess");
        assertThat(desk.phone(number)).containsExactly("Nine to five.");
    }

    @Test
    void whoHasNoRightSeesNoTask() {
        var engineer = Caller.staff(port, "teo", Groups.ENGINEERING);
        assertThat(sentence(engineer.get("/api/tasks/" + task), 404)).contains("may see");
        assertThat(sentence(engineer.post("/api/tasks/" + task + "/complete", APPROVE.formatted("x")), 404))
                .contains("may see");
        assertThat(engineer.get("/api/tasks?request=" + request)
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void aTaskThatSomebodyHasIsNotCompletedByAnother() {
        account("tilda").post("/api/tasks/" + task + "/claim", "").expect(204);
        var other = account("tom2");
        assertThat(sentence(other.post("/api/tasks/" + task + "/complete", APPROVE.formatted("x")), 409))
                .contains("tilda");
        other.post("/api/tasks/" + task + "/unclaim", "").expect(204);
        other.post("/api/tasks/" + task + "/complete", APPROVE.formatted("Now it goes."))
                .expect(204);
        desk.awaitStatus(request, "closed");
    }

    @Test
    void wordsThatCannotBeSentAndFieldsThatTheFormDoesNotHaveAreRefused() {
        var clerk = account("tasks.tess");
        var path = "/api/tasks/" + task + "/complete";
        assertThat(sentence(clerk.post(path, APPROVE.formatted(" ")), 400)).contains("empty");
        assertThat(sentence(clerk.post(path, APPROVE.formatted("x".repeat(1601))), 400))
                .contains("1601");
        assertThat(sentence(clerk.post(path, "{\"variables\":{\"decision\":\"send\"}}"), 400))
                .contains("approve, decline, redraft");
        assertThat(sentence(clerk.post(path, "{\"variables\":{\"approvalId\":\"mine\"}}"), 400))
                .contains("approvalId", "clientMessage");
        assertThat(desk.status(request)).isEqualTo("in_progress");
        assertThat(desk.phone(number)).isEmpty();
    }

    @Test
    void theDiagramShowsWhereTheRequestIs() {
        var path = desk.items("/api/requests/" + request + "/diagram");
        assertThat(path).extracting(process -> process.path("key").asText()).contains("client_request", "question");
        var visits = path.get(path.size() - 1).path("visits");
        assertThat(visits).anySatisfy(visit -> {
            assertThat(visit.path("element").asText()).isEqualTo("review_answer");
            assertThat(visit.path("state").asText()).isEqualTo("active");
        });
        var definition = path.get(0).path("definitionId").asText();
        assertThat(account("tasks.tess")
                        .get("/api/processes/" + definition + "/xml")
                        .expect(200)
                        .body())
                .contains("<bpmn:process id=\"client_request\"");
    }

    private Caller account(String user) {
        return Caller.staff(port, user, Groups.ACCOUNT);
    }

    private static String sentence(Answer answer, int status) {
        answer.expect(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        return answer.json().path("detail").asText();
    }
}
