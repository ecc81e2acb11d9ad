package dev.switchboard.process;

import static dev.switchboard.process.Drawing.drawing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.Caller;
import dev.switchboard.Caller.Answer;
import dev.switchboard.SwitchboardTest;
import dev.switchboard.system.Groups;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Resource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A process owner presses Deploy in the Modeler. */
@SwitchboardTest
class RefusedDeploymentTest {

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    private Answer deploy(String file, Object content) {
        var boundary = "the-boundary";
        var body =
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: text/xml\r\n\r\n%s\r\n--%s--\r\n"
                        .formatted(boundary, file, file, content, boundary);
        return Caller.staff(port, "olga", Groups.PROCESS_OWNERS)
                .send("POST", "/engine-rest/deployment/create", "multipart/form-data; boundary=" + boundary, body);
    }

    @Test
    void aDiagramAnswers400WithEveryPathAndTheElementsToLookAt() {
        var answer = deploy(
                        "bad.bpmn",
                        drawing()
                                .start("s")
                                .task("draft_answer")
                                .task("send_answer")
                                .raw("<scriptTask id='script' scriptFormat='js'><script>1</script></scriptTask>")
                                .end("e")
                                .flow("s", "draft_answer", "send_answer", "script", "e"))
                .expect(400)
                .json();
        assertThat(answer.path("message").asText())
                .contains("Process p, element send_answer:")
                .contains("on the path draft_answer → send_answer.")
                .contains(
                        "Process p, element script: bpmn:scriptTask cannot be part of a diagram: scripts do not run here.");
        assertThat(answer.path("details").path("bad.bpmn").path("errors").findValuesAsText("mainElementId"))
                .contains("send_answer", "script");
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("p")
                        .count())
                .isZero();
    }

    @Test
    void aTableAndAScriptAnswer400() {
        assertThat(deploy(
                                "t.dmn",
                                "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='d' expressionLanguage='juel'/>")
                        .expect(400)
                        .json()
                        .path("message")
                        .asText())
                .isEqualTo("t.dmn: element d speaks juel; decision tables speak FEEL alone.");
        assertThat(deploy("run.js", "1").expect(400).json().path("message").asText())
                .startsWith("run.js: only diagrams, decision tables, forms and pictures");
    }

    @Test
    void whatCannotBeReadOrEvaluatedAnswers400() {
        for (var file : List.of("broken.bpmn", "broken.dmn")) {
            assertThat(deploy(file, "<definitions")
                            .expect(400)
                            .json()
                            .path("message")
                            .asText())
                    .isEqualTo(file + ": this cannot be read: it must be XML, and without a document type.");
        }
        assertThat(deploy("t.dmn", """
                                <definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='d'>
                                <inputEntry id='fits'><text>"low","high"</text></inputEntry>
                                <inputEntry id='any'><text>-</text></inputEntry>
                                <inputEntry id='wrong'><text>&lt; </text></inputEntry></definitions>""").expect(400).json().path("message").asText())
                .startsWith("t.dmn: element wrong is not FEEL: ");
    }

    @Test
    void aGoodDiagramIsDeployedWithTheFormsItNames() {
        var id = deploy(
                        "good.bpmn",
                        drawing()
                                .start("s")
                                .task("draft_answer")
                                .review("review")
                                .task("send_answer")
                                .end("e")
                                .flow("s", "draft_answer", "review", "send_answer", "e")
                                .toString()
                                .replace("\"p\"", "\"good\""))
                .expect(200)
                .json()
                .path("id")
                .asText();
        assertThat(repository.getDeploymentResources(id))
                .extracting(Resource::getName)
                .containsExactlyInAnyOrder("good.bpmn", "review-answer.form");
    }
}
