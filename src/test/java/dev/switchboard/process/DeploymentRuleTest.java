package dev.switchboard.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Resource;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What else than diagrams a deployment may hold. */
class DeploymentRuleTest {

    private static String table(String definitions, String inputExpression, String outputEntry) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                    id="d" name="d" namespace="n" %s>
                  <decision id="table" name="t" camunda:historyTimeToLive="P1D"><decisionTable id="dt">
                    <input id="i"><inputExpression id="ie" typeRef="string" %s><text>a</text></inputExpression></input>
                    <output id="o" name="o" typeRef="string"/>
                    <rule id="r"><inputEntry id="en"><text></text></inputEntry><outputEntry id="oe" %s><text>"x"</text></outputEntry></rule>
                  </decisionTable></decision>
                </definitions>
                """.formatted(definitions, inputExpression, outputEntry);
    }

    private static String refusal(String name, String content) {
        return TestEngine.refusal(name, content.getBytes(UTF_8));
    }

    @Test
    void tablesSpeakFeel() {
        assertThat(refusal("t.dmn", table("", "", ""))).isEmpty();
        assertThat(refusal("t.dmn11.xml", table("", "expressionLanguage='feel'", "")))
                .isEmpty();
        for (var language : new String[] {"juel", "javascript", "groovy", "http://camunda.org/juel"}) {
            var attribute = "expressionLanguage='" + language + "'";
            assertThat(refusal("t.dmn", table(attribute, "", ""))).contains("t.dmn: element d speaks " + language);
            assertThat(refusal("t.dmn", table("", attribute, ""))).contains("element ie speaks " + language);
            assertThat(refusal("t.dmn11.xml", table("", "", attribute))).contains("element oe speaks " + language);
        }
    }

    @Test
    void aTableThatNamesNoLanguageIsFeelEverywhere() {
        var dmn = ((ProcessEngineConfigurationImpl) TestEngine.ENGINE.getProcessEngineConfiguration())
                .getDmnEngineConfiguration();
        assertThat(dmn)
                .extracting(
                        "defaultInputExpressionExpressionLanguage",
                        "defaultInputEntryExpressionLanguage",
                        "defaultOutputEntryExpressionLanguage",
                        "defaultLiteralExpressionLanguage")
                .containsOnly("http://www.omg.org/spec/FEEL/20140401");
    }

    @Test
    void aDocumentTypeIsRefused() {
        assertThat(refusal("t.dmn", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]>" + table("", "", "")))
                .contains("document type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "script.js",
                "script.groovy",
                "case.cmmn",
                "case.cmmn11.xml",
                "page.html",
                "notes.txt",
                "P.BPMN",
                "bpmn",
                "x.xml"
            })
    void otherFilesAreRefused(String name) {
        assertThat(refusal(name, "x")).contains(name + ": only diagrams, decision tables, forms and pictures");
    }

    @Test
    void aDiagramUnderItsOldEndingIsCheckedToo() {
        assertThat(refusal(
                        "p.bpmn20.xml",
                        Drawing.drawing()
                                .start("s")
                                .task("send_answer")
                                .flow("s", "send_answer")
                                .toString()))
                .contains("on the path s → send_answer");
    }

    private static String form(String components) {
        return "{\"id\":\"review-answer\",\"type\":\"default\",\"components\":[" + components + "]}";
    }

    private static final String WORDS = "{\"type\":\"textarea\",\"key\":\"clientMessage\"}";

    @Test
    void aChangedFormStillShowsWhatItApproves() {
        assertThat(refusal("any-name.form", form(WORDS))).isEmpty();
        assertThat(refusal("f.form", form("{\"type\":\"group\",\"components\":[" + WORDS + "]}")))
                .isEmpty();
        assertThat(refusal("f.form", "{\"id\":\"of-somebody-else\",\"components\":[]}"))
                .isEmpty();
        for (var hidden : new String[] {
            "",
            "{\"type\":\"textarea\",\"key\":\"clientMessage\",\"conditional\":{\"hide\":\"=true\"}}",
            "{\"type\":\"group\",\"path\":\"other\",\"components\":[" + WORDS + "]}",
            "{\"type\":\"group\",\"conditional\":{\"hide\":\"=true\"},\"components\":[" + WORDS + "]}",
            "{\"type\":\"dynamiclist\",\"path\":\"list\",\"components\":[" + WORDS + "]}",
            "{\"type\":\"checkbox\",\"key\":\"clientMessage\"}"
        }) {
            assertThat(refusal("f.form", form(hidden)))
                    .contains("f.form: a form that approves clientMessage must always show it");
        }
        assertThat(refusal("f.form", "{\"id\":\"mine\",\"id\":\"review-answer\"}"))
                .contains("cannot be read as JSON");
    }

    @Test
    void aDiagramDeployedAloneGetsTheFormsItNames() {
        var repository = TestEngine.ENGINE.getRepositoryService();
        var diagram = Drawing.drawing()
                .start("s")
                .task("draft_answer")
                .review("review")
                .task("send_answer")
                .end("e")
                .flow("s", "draft_answer", "review", "send_answer", "e")
                .toString();
        var deployment = repository
                .createDeployment()
                .name("modeler")
                .enableDuplicateFiltering(true)
                .addString("p.bpmn", diagram)
                .deployWithResult();
        try {
            assertThat(repository.getDeploymentResources(deployment.getId()))
                    .extracting(Resource::getName)
                    .containsExactlyInAnyOrder("p.bpmn", "review-answer.form");
            // Pressing Deploy again changes nothing
            assertThat(repository
                            .createDeployment()
                            .name("modeler")
                            .enableDuplicateFiltering(true)
                            .addString("p.bpmn", diagram)
                            .deployWithResult()
                            .getId())
                    .isEqualTo(deployment.getId());
            var runtime = TestEngine.ENGINE.getRuntimeService();
            runtime.createProcessInstanceByKey("p")
                    .startBeforeActivity("review")
                    .execute();
            var task = TestEngine.ENGINE.getTaskService().createTaskQuery().singleResult();
            assertThat(TestEngine.ENGINE.getFormService().getDeployedTaskForm(task.getId()))
                    .isNotEmpty();
        } finally {
            repository.deleteDeployment(deployment.getId(), true);
        }
    }

    @Test
    void theProgramsOwnEngineIsLocked() {
        var configuration = new SpringProcessEngineConfiguration();
        new EngineConfiguration(new DelegateBeans(new StaticListableBeanFactory())).preInit(configuration);
        assertThat(configuration.getCustomPreDeployers()).hasAtLeastOneElementOfType(DeploymentCheck.class);
        assertThat(configuration
                        .getBpmnParseFactory()
                        .createBpmnParse(new org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser(
                                null, configuration.getBpmnParseFactory())))
                .isInstanceOf(DiagramCheck.class);
    }
}
