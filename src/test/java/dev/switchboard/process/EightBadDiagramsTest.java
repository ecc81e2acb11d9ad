package dev.switchboard.process;

import static dev.switchboard.process.Drawing.drawing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.Caller;
import dev.switchboard.SwitchboardTest;
import dev.switchboard.system.Groups;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Ways to bring an AI's words past a person, deployed over REST as the Modeler does: each is refused by name. */
@SwitchboardTest
class EightBadDiagramsTest {

    private static final String BOUNDARY = "the-boundary";

    @LocalServerPort
    int port;

    static Stream<Arguments> diagrams() {
        return Stream.of(
                bad(
                        "direct",
                        drawing()
                                .start("s")
                                .task("draft_answer")
                                .task("send_answer")
                                .end("e")
                                .flow("s", "draft_answer", "send_answer", "e"),
                        "draft_answer → send_answer"),
                bad(
                        "through a gateway",
                        drawing()
                                .start("s")
                                .task("draft_answer")
                                .element("exclusiveGateway", "is_it_good")
                                .review("review")
                                .task("send_answer")
                                .end("e")
                                .flow("s", "draft_answer", "is_it_good", "review", "send_answer", "e")
                                .flow("is_it_good", "send_answer"),
                        "draft_answer → is_it_good → send_answer"),
                bad(
                        "a call activity",
                        drawing()
                                .start("s")
                                .review("review")
                                .call("ask_others")
                                .task("send_answer")
                                .end("e")
                                .flow("s", "review", "ask_others", "send_answer", "e"),
                        "ask_others → send_answer"),
                bad(
                        "an event sub-process",
                        drawing()
                                .start("s")
                                .review("review")
                                .end("e")
                                .flow("s", "review", "e")
                                .eventSub(
                                        "overdue",
                                        drawing()
                                                .eventStart("too_late", true)
                                                .task("send_answer")
                                                .end("e2")
                                                .flow("too_late", "send_answer", "e2")),
                        "too_late → send_answer"),
                bad(
                        "a loop",
                        drawing()
                                .start("s")
                                .task("draft_answer")
                                .review("review")
                                .task("send_answer")
                                .task("draft_again", "draftAnswerDelegate")
                                .flow("s", "draft_answer", "review", "send_answer", "draft_again", "send_answer"),
                        "draft_again → send_answer"),
                bad(
                        "a script",
                        drawing()
                                .start("s")
                                .raw("<scriptTask id='run' scriptFormat='javascript'><script>1</script></scriptTask>")
                                .end("e")
                                .flow("s", "run", "e"),
                        "element run"),
                bad(
                        "a class binding",
                        drawing()
                                .start("s")
                                .raw("<serviceTask id='own' camunda:class='java.lang.Object'/>")
                                .end("e")
                                .flow("s", "own", "e"),
                        "element own"),
                bad(
                        "a free expression",
                        drawing()
                                .start("s")
                                .raw("<serviceTask id='call' camunda:expression='${outbox.send(1)}'/>")
                                .end("e")
                                .flow("s", "call", "e"),
                        "element call"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("diagrams")
    void isRefusedWithProcessPathAndElement(String kind, Drawing diagram, String named) {
        var body =
                "--%s\r\nContent-Disposition: form-data; name=\"d\"; filename=\"bad.bpmn\"\r\nContent-Type: text/xml\r\n\r\n%s\r\n--%s--\r\n"
                        .formatted(BOUNDARY, diagram, BOUNDARY);
        var owner = Caller.staff(port, "oskar", Groups.PROCESS_OWNERS);
        var answer = owner.send(
                        "POST", "/engine-rest/deployment/create", "multipart/form-data; boundary=" + BOUNDARY, body)
                .expect(400)
                .json();
        assertThat(answer.path("message").asText()).contains("Process p").contains(named);
        var deployed = owner.get("/engine-rest/process-definition/count?key=p").json();
        assertThat(deployed.path("count").asInt()).isZero();
    }

    private static Arguments bad(String kind, Drawing diagram, String named) {
        return Arguments.of(kind, diagram, named);
    }
}
