package dev.switchboard.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import dev.switchboard.request.Requests;
import dev.switchboard.request.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SwitchboardTest
class InboxTest {

    @LocalServerPort
    int port;

    @Autowired
    Inbox inbox;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    Requests requests;

    Desk desk;
    String number;

    @BeforeEach
    void desk() {
        desk = new Desk(port);
        number = Desk.newNumber();
    }

    @Test
    void manyCopiesOfATextAtOnceAreOneRequest() throws Exception {
        var copies = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < 16; i++) {
            copies.add(() -> inbox.receive(inbound("Dark mode please", "SM-copy-" + number))
                    .isPresent());
        }
        assertThat(together(copies)).containsOnlyOnce(true);
        desk.task(desk.request(number), "triage_request");
        assertThat(desk.messages(desk.request(number))).hasSize(1);
    }

    @Test
    void manyTextsOfManyNumbersAtOnceKeepEachNumbersOrder() throws Exception {
        var numbers = IntStream.range(0, 4).mapToObj(i -> Desk.newNumber()).toList();
        var senders = new ArrayList<Callable<Boolean>>();
        for (var from : numbers) {
            senders.add(() -> {
                for (var i = 1; i <= 5; i++) {
                    desk.text(from, "part " + i);
                }
                return true;
            });
        }
        together(senders);
        for (var from : numbers) {
            var request = desk.request(from);
            await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(bodies(request))
                    .containsExactly("part 1", "part 2", "part 3", "part 4", "part 5"));
        }
    }

    @Test
    void aSecondTextJoinsTheOpenRequestAndIsSeenInItsForm() {
        desk.text(number, "The invoice page is broken");
        var request = desk.request(number);
        var task = desk.task(request, "triage_request");
        desk.text(number, "It says error 17");
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(
                        desk.variable(task, "conversation").asText())
                .contains("The invoice page is broken", "It says error 17"));
        assertThat(desk.requests(number)).hasSize(1);
        assertThat(desk.requests(number).get(0).path("title").asText()).isEqualTo("The invoice page is broken");
    }

    @Test
    void afterTheRequestIsClosedATextOpensANewOne() {
        var first = desk.triaged(number, "What does hosting cost?", "question");
        desk.complete(desk.task(first, "write_answer"), Map.of("decision", "close"))
                .expect(204);
        desk.awaitStatus(first, "closed");
        desk.text(number, "Hello again");
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(desk.requests(number)).hasSize(2));
        assertThat(bodies(first)).containsExactly("What does hosting cost?");
    }

    @Test
    void aReplyBeforeTheProcessWaitsIsKeptAndOfferedAgain() {
        suspendWaiting(true);
        try {
            var request = desk.triaged(number, "Login broken", "bug");
            desk.complete(
                            desk.task(request, "review_question_to_client"),
                            Map.of("decision", "send", "clientMessage", "Which page, and since when?"))
                    .expect(204);
            desk.awaitStatus(request, "in_progress");
            // As the outbox does it: the question is written down, and its process has yet to get there
            setWaiting(request);
            var reply = desk.text(number, "On the login page in Chrome, since Monday");
            await().atMost(Desk.BOUND)
                    .untilAsserted(() -> assertThat(bodies(request)).hasSize(2));
            awaitSweeps();
            var before = changesOf(request, "conversation");
            awaitSweeps();
            assertThat(changesOf(request, "conversation")).isEqualTo(before);
            assertThat(taken(request)).isEmpty();

            suspendWaiting(false);
            await().atMost(Desk.BOUND)
                    .untilAsserted(() -> assertThat(taken(request)).contains(reply));
            desk.task(request, "review_bug_report");
            assertThat(desk.phone(number)).containsExactly("Which page, and since when?");
            assertThat(desk.requests(number)).hasSize(1);
        } finally {
            suspendWaiting(false);
        }
    }

    private static List<Boolean> together(List<Callable<Boolean>> calls) throws Exception {
        var threads = Executors.newFixedThreadPool(calls.size());
        try {
            var answers = new ArrayList<Boolean>();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private Inbound inbound(String body, String sid) {
        return new Inbound("sms", sid, number, "+15550109999", body, List.of(), null);
    }

    private List<String> bodies(String request) {
        return desk.messages(request).stream()
                .filter(message -> message.path("direction").asText().equals("inbound"))
                .map(message -> message.path("body").asText())
                .toList();
    }

    /** Holds the job that sends a question, so that the process does not come to wait for the answer. */
    private void suspendWaiting(boolean suspended) {
        var job = management
                .createJobDefinitionQuery()
                .processDefinitionKey("bug_report")
                .activityIdIn("send_question")
                .singleResult();
        if (suspended) {
            management.suspendJobDefinitionById(job.getId(), true);
        } else {
            management.activateJobDefinitionById(job.getId(), true);
        }
    }

    private void setWaiting(String request) {
        requests.setStatus(request, Status.WAITING_FOR_CLIENT);
    }

    /** A text of another number, twice: the relay has gone through all that is unhandled meanwhile. */
    private void awaitSweeps() {
        for (var i = 0; i < 2; i++) {
            var other = Desk.newNumber();
            desk.text(other, "Did the relay pass?");
            desk.request(other);
        }
    }

    private long changesOf(String request, String variable) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(request).list().stream()
                .mapToLong(
                        instance -> history
                                .createHistoricDetailQuery()
                                .processInstanceId(instance.getId())
                                .variableUpdates()
                                .list()
                                .stream()
                                .filter(detail -> ((HistoricVariableUpdate) detail)
                                        .getVariableName()
                                        .equals(variable))
                                .count())
                .sum();
    }

    /** The message with which the process went on. */
    private Optional<String> taken(String request) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(request).list().stream()
                .flatMap(instance -> history
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(instance.getId())
                        .variableName("repliedWith")
                        .list()
                        .stream())
                .map(variable -> (String) variable.getValue())
                .findFirst();
    }
}
