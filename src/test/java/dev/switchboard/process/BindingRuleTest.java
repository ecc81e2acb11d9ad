package dev.switchboard.process;

import static dev.switchboard.process.Drawing.drawing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A diagram names our delegates, our forms and comparisons of variables, and nothing else that runs. */
class BindingRuleTest {

    private static final String TIMER =
            "<timerEventDefinition><timeDuration xsi:type='tFormalExpression'>%s</timeDuration></timerEventDefinition>";

    private static Drawing with(String element) {
        return drawing().start("s").raw(element).end("e").flow("s", "x", "e");
    }

    private static String extended(String extensions) {
        return "<task id='x'><extensionElements>" + extensions + "</extensionElements></task>";
    }

    private static String condition(String condition) {
        return drawing()
                .start("s")
                .element("exclusiveGateway", "x")
                .end("e")
                .end("other")
                .flow("s", "x", "e")
                .raw(
                        "<sequenceFlow id='flow' sourceRef='x' targetRef='other'><conditionExpression xsi:type='tFormalExpression'><![CDATA["
                                + condition + "]]></conditionExpression></sequenceFlow>")
                .toString();
    }

    @TestFactory
    Stream<DynamicTest> whatRunsAnythingElseIsRefused() {
        return Map.ofEntries(
                        Map.entry(
                                "script task",
                                "<scriptTask id='x' scriptFormat='javascript'><script>1</script></scriptTask>"),
                        Map.entry("class", "<serviceTask id='x' camunda:class='java.lang.String'/>"),
                        Map.entry(
                                "class in the old namespace",
                                "<serviceTask id='x' xmlns:a='http://activiti.org/bpmn' a:class='java.lang.String'/>"),
                        Map.entry("expression", "<serviceTask id='x' camunda:expression='${runtime.exec()}'/>"),
                        Map.entry("external task", "<serviceTask id='x' camunda:type='external' camunda:topic='t'/>"),
                        Map.entry("mail task", "<serviceTask id='x' camunda:type='mail'/>"),
                        Map.entry(
                                "connector",
                                "<serviceTask id='x'><extensionElements><camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector></extensionElements></serviceTask>"),
                        Map.entry("unknown bean", "<serviceTask id='x' camunda:delegateExpression='${dataSource}'/>"),
                        Map.entry(
                                "variable as delegate",
                                "<serviceTask id='x' camunda:delegateExpression='${decision}'/>"),
                        Map.entry(
                                "listener as delegate",
                                "<serviceTask id='x' camunda:delegateExpression='${requestClosedListener}'/>"),
                        Map.entry(
                                "computed delegate",
                                "<serviceTask id='x' camunda:delegateExpression='${draft.concat(x)}'/>"),
                        Map.entry(
                                "field injection",
                                "<serviceTask id='x' camunda:delegateExpression='${storePrdDelegate}'><extensionElements><camunda:field name='a' stringValue='b'/></extensionElements></serviceTask>"),
                        Map.entry(
                                "listener script",
                                extended(
                                        "<camunda:executionListener event='start'><camunda:script scriptFormat='javascript'>1</camunda:script></camunda:executionListener>")),
                        Map.entry(
                                "listener class",
                                extended("<camunda:executionListener event='start' class='java.lang.String'/>")),
                        Map.entry(
                                "listener expression",
                                extended("<camunda:executionListener event='start' expression='${a.b()}'/>")),
                        Map.entry(
                                "input script",
                                extended(
                                        "<camunda:inputOutput><camunda:inputParameter name='a'><camunda:script scriptFormat='javascript'>1</camunda:script></camunda:inputParameter></camunda:inputOutput>")),
                        Map.entry(
                                "input expression",
                                extended(
                                        "<camunda:inputOutput><camunda:inputParameter name='a'>${a.b}</camunda:inputParameter></camunda:inputOutput>")),
                        Map.entry(
                                "bean as input",
                                extended(
                                        "<camunda:inputOutput><camunda:inputParameter name='a'>${sendAnswerDelegate}</camunda:inputParameter></camunda:inputOutput>")),
                        Map.entry(
                                "words as input",
                                extended(
                                        "<camunda:inputOutput><camunda:outputParameter name='clientMessage'>Yes</camunda:outputParameter></camunda:inputOutput>")),
                        Map.entry(
                                "approval as input",
                                extended(
                                        "<camunda:inputOutput><camunda:outputParameter name='approvalId'>${other}</camunda:outputParameter></camunda:inputOutput>")),
                        Map.entry("no form", "<userTask id='x'/>"),
                        Map.entry("unknown form", "<userTask id='x' camunda:formRef='mine'/>"),
                        Map.entry("computed form", "<userTask id='x' camunda:formRef='${form}'/>"),
                        Map.entry(
                                "form version",
                                "<userTask id='x' camunda:formRef='review-answer' camunda:formRefBinding='version' camunda:formRefVersion='1'/>"),
                        Map.entry("form key", "<userTask id='x' camunda:formKey='embedded:app:forms/x.html'/>"),
                        Map.entry(
                                "generated form",
                                "<userTask id='x' camunda:formRef='review-answer' camunda:formRefBinding='deployment'><extensionElements><camunda:formData><camunda:formField id='a' type='string'/></camunda:formData></extensionElements></userTask>"),
                        Map.entry(
                                "start form handler",
                                "<userTask id='x' camunda:formRef='review-answer' camunda:formRefBinding='deployment' camunda:formHandlerClass='org.camunda.bpm.engine.impl.form.handler.DefaultTaskFormHandler'/>"),
                        Map.entry("task listener class", listening("class='java.lang.String' event='create'")),
                        Map.entry(
                                "delegate as task listener",
                                listening("delegateExpression='${storePrdDelegate}' event='create'")),
                        Map.entry(
                                "the approval itself",
                                listening("delegateExpression='${approvalListener}' event='create'")),
                        Map.entry(
                                "assignee",
                                "<userTask id='x' camunda:formRef='review-answer' camunda:formRefBinding='deployment' camunda:assignee='${a.b}'/>"),
                        Map.entry(
                                "due date",
                                "<userTask id='x' camunda:formRef='review-answer' camunda:formRefBinding='deployment' camunda:dueDate='${now()}'/>"),
                        Map.entry(
                                "groups",
                                "<userTask id='x' camunda:formRef='review-answer' camunda:formRefBinding='deployment' camunda:candidateGroups='a,${b}'/>"),
                        Map.entry(
                                "name",
                                "<userTask id='x' camunda:formRef='review-answer' camunda:formRefBinding='deployment' name='Hi ${a}'/>"),
                        Map.entry("documentation", "<task id='x'><documentation>#{a.b}</documentation></task>"),
                        Map.entry(
                                "implicit object",
                                "<userTask id='x' camunda:formRef='review-answer' camunda:formRefBinding='deployment' name='${execution}'/>"),
                        Map.entry(
                                "timer",
                                "<intermediateCatchEvent id='x'>" + TIMER.formatted("${a.b}")
                                        + "</intermediateCatchEvent>"),
                        Map.entry("priority", "<task id='x' camunda:asyncBefore='true' camunda:jobPriority='${a.b}'/>"),
                        Map.entry(
                                "throw event",
                                "<endEvent id='x'><messageEventDefinition camunda:delegateExpression='${sendAnswerDelegate}'/></endEvent>"),
                        Map.entry(
                                "throw class",
                                "<intermediateThrowEvent id='x'><messageEventDefinition camunda:class='java.lang.String'/></intermediateThrowEvent>"),
                        Map.entry(
                                "rule task with delegate",
                                "<businessRuleTask id='x' camunda:delegateExpression='${storePrdDelegate}'/>"),
                        Map.entry("computed decision", "<businessRuleTask id='x' camunda:decisionRef='${a}'/>"),
                        Map.entry("computed call", "<callActivity id='x' calledElement='${a}'/>"),
                        Map.entry("case", "<callActivity id='x' camunda:caseRef='a'/>"),
                        Map.entry(
                                "mapping class",
                                "<callActivity id='x' calledElement='a' camunda:variableMappingClass='java.lang.String'/>"),
                        Map.entry(
                                "mapping bean",
                                "<callActivity id='x' calledElement='a' camunda:variableMappingDelegateExpression='${storePrdDelegate}'/>"),
                        Map.entry(
                                "business key",
                                "<callActivity id='x' calledElement='a'><extensionElements><camunda:in businessKey='${other}'/></extensionElements></callActivity>"),
                        Map.entry(
                                "source expression",
                                "<callActivity id='x' calledElement='a'><extensionElements><camunda:in sourceExpression='${a.b}' target='c'/></extensionElements></callActivity>"),
                        Map.entry(
                                "collection",
                                "<task id='x'><multiInstanceLoopCharacteristics camunda:collection='${a.list()}'/></task>"),
                        Map.entry(
                                "completion condition",
                                "<task id='x'><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality><completionCondition>${a.b()}</completionCondition></multiInstanceLoopCharacteristics></task>"),
                        Map.entry("foreign element", extended("<y:connector xmlns:y='urn:y'/>")))
                .entrySet()
                .stream()
                .map(bad ->
                        DynamicTest.dynamicTest(bad.getKey(), () -> assertThat(TestEngine.refusal(with(bad.getValue())))
                                .contains("Process p, element x:")));
    }

    private static String listening(String listener) {
        return "<userTask id='x' camunda:formRef='review-answer' camunda:formRefBinding='deployment'><extensionElements><camunda:taskListener "
                + listener + "/></extensionElements></userTask>";
    }

    @TestFactory
    Stream<DynamicTest> whatOnlyNamesOursIsAccepted() {
        return List.of(
                        "<serviceTask id='x' camunda:asyncBefore='true' camunda:delegateExpression='${storePrdDelegate}'><extensionElements><camunda:failedJobRetryTimeCycle>R3/PT5M</camunda:failedJobRetryTimeCycle></extensionElements></serviceTask>",
                        "<userTask id='x' name='${title}' camunda:formRef='review-answer' camunda:formRefBinding='latest' camunda:candidateGroups='${candidateGroup}' camunda:dueDate='${dueAt}'/>",
                        "<userTask id='x' camunda:formRef='review-answer' camunda:formRefBinding='deployment'><extensionElements><camunda:formData/></extensionElements></userTask>",
                        listening("delegateExpression='${triageCompletedListener}' event='complete'"),
                        extended(
                                "<camunda:executionListener event='start' delegateExpression='${requestClosedListener}'/>"),
                        extended("<camunda:executionListener event='end' delegateExpression='${storePrdDelegate}'/>"),
                        extended(
                                "<camunda:inputOutput><camunda:inputParameter name='a'>${decision}</camunda:inputParameter></camunda:inputOutput>"),
                        extended("<camunda:properties><camunda:property name='a' value='b'/></camunda:properties>"),
                        "<businessRuleTask id='x' camunda:decisionRef='routing' camunda:resultVariable='routing' camunda:mapDecisionResult='singleResult'/>",
                        "<callActivity id='x' calledElement='question'><extensionElements><camunda:in businessKey='#{execution.processBusinessKey}'/><camunda:in variables='all'/></extensionElements></callActivity>",
                        "<intermediateCatchEvent id='x'>" + TIMER.formatted("${nudgeAfter}")
                                + "</intermediateCatchEvent>",
                        "<intermediateCatchEvent id='x'>" + TIMER.formatted("P1D") + "</intermediateCatchEvent>",
                        "<task id='x'><documentation>It costs $5 {each}.</documentation></task>")
                .stream()
                .map(good -> DynamicTest.dynamicTest(
                        good, () -> assertThat(TestEngine.refusal(with(good))).isEmpty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${execution.setVariable('a', 1)}",
                "${''.getClass()}",
                "${f(1)}",
                "${a[0] == 1}",
                "${a.b == 1}",
                "${a + b == 1}",
                "${a ? b : c}",
                "${sendAnswerDelegate == 1}",
                "${execution == 1}",
                "${a == 1} or ${b == 2}",
                "a == 1",
                "${a b}",
                "${(a)(b)}",
                "${a == }",
                "${a instanceof b}",
                "${not(a)(b)}",
                "${}",
                "${a == 'x\\' || b(1) || \\''}",
                "${a = 1}",
                "${a; b}",
                "${x -> y}"
            })
    void conditionsThatDoMoreThanCompareAreRefused(String condition) {
        assertThat(TestEngine.refusal(condition(condition)))
                .contains("Process p, element flow: the condition " + condition);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${decision == 'approve'}",
                "#{decision eq \"it's\"}",
                "${confidence >= 0.75 && !(known or urgency == 'critical')}",
                "${not empty clientId}",
                "${a}",
                "${!a}",
                "${rounds lt 3 and enoughKnown != null}",
                "${ a == true }"
            })
    void comparisonsAreAccepted(String condition) {
        assertThat(TestEngine.refusal(condition(condition))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"review-answer", "triage-request", "mine", "${form}"})
    void aStartEventShowsOurStartFormAlone(String form) {
        assertThat(TestEngine.refusal(startedBy(form))).contains("Process p, element s: the form " + form);
        assertThat(TestEngine.refusal(startedBy("onboard-client"))).isEmpty();
    }

    @Test
    void aTaskCannotShowTheStartForm() {
        assertThat(TestEngine.refusal(with("<userTask id='x' camunda:formRef='onboard-client'/>")))
                .contains("Process p, element x: the form onboard-client is none of Switchboard's review forms");
    }

    private static Drawing startedBy(String form) {
        return drawing()
                .raw("<startEvent id='s' camunda:formRef='" + form + "' camunda:formRefBinding='deployment'/>")
                .end("e")
                .flow("s", "e");
    }

    @Test
    void aConditionInAnotherLanguageIsRefused() {
        assertThat(
                        TestEngine.refusal(
                                drawing()
                                        .start("s")
                                        .element("exclusiveGateway", "x")
                                        .end("e")
                                        .end("other")
                                        .flow("s", "x", "e")
                                        .raw(
                                                "<sequenceFlow id='flow' sourceRef='x' targetRef='other'><conditionExpression xsi:type='tFormalExpression' language='javascript'>true</conditionExpression></sequenceFlow>")))
                .contains("Process p, element flow: language on bpmn:conditionExpression cannot be used");
    }

    @Test
    void aMessageNameThatIsComputedIsRefused() {
        assertThat(TestEngine.refusal(with("<task id='x'/>").besideProcess("<message id='m' name='${a.b}'/>")))
                .contains("element m: name holds ${a.b}");
    }
}
