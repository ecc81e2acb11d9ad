package dev.switchboard.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.system.Groups;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.junit.jupiter.api.Test;

/** What the diagrams, tables and forms name exists in the program, and the other way round. */
class ContractTest {

    private static final Set<String> OPERATORS = Set.of(
            "and", "or", "not", "true", "false", "null", "eq", "ne", "lt", "le", "gt", "ge", "empty", "div", "mod");
    private static final Set<String> FEEL =
            Set.of("null", "or", "and", "not", "if", "then", "else", "string", "length", "floor", "count");

    /** The user tasks that forms, scripts and the Modeler rely on, with all outcomes that are promised. */
    private static final Map<String, Set<String>> OUTCOMES = Map.of(
            "triage_request", Set.of("proceed", "close"),
            "review_prd", Set.of("approve", "redraft", "share", "decline"),
            "review_bug_report", Set.of("approve", "ask_client", "redraft", "decline"),
            "review_question_to_client", Set.of("send", "redraft", "skip"),
            "review_answer", Set.of("approve", "redraft", "decline"),
            "write_answer", Set.of("send", "close"),
            "review_welcome_message", Set.of("send", "skip"),
            "review_status_update", Set.of("send", "redraft", "skip"),
            "handle_undelivered_text", Set.of("reached", "send_again"));

    private static final Set<String> PROCESSES = Set.of(
            "client_request",
            "feature_request",
            "bug_report",
            "question",
            "client_onboarding",
            "status_inquiry",
            "undelivered_text");
    private static final Set<String> MESSAGES =
            Set.of("client_replied", "issue_closed", "request_withdrawn", "request_reclassified", "client_wrote_again");

    /** Promised and not built yet; take out what is. */
    private static final Set<String> TO_COME = Set.of();

    @Test
    void everyDelegateAndDrawnListenerIsUsedByADiagramAndNoOther() {
        var drawn = Drawn.attributes("delegateExpression").stream()
                .map(binding -> binding.replaceAll("[${}]", ""))
                .collect(Collectors.toSet());
        var beans = new TreeSet<>(InCode.beans().keySet());
        assertThat(beans).containsAll(ListenersOnEveryTask.NAMES);
        beans.removeAll(ListenersOnEveryTask.NAMES);
        assertThat(drawn).containsExactlyInAnyOrderElementsOf(beans);
    }

    @Test
    void aBeansNameInTheDiagramIsItsClassNameInTheCode() {
        assertThat(InCode.beans()).isNotEmpty().allSatisfy((bean, type) -> assertThat(type)
                .isEqualToIgnoringCase(bean));
    }

    /** They are drawn without a review before them, so they may know no way out for other words. */
    @Test
    void whoSendsFixedTextsSendsNothingElse() {
        assertThat(InCode.beans().keySet()).containsAll(Deed.FIXED_TEXT_SENDERS);
        assertThat(Deed.FIXED_TEXT_SENDERS).allSatisfy(bean -> assertThat(InCode.uses(bean))
                .contains("FixedTexts")
                .doesNotContain("Outbox", "Courier", "Messages", "SmsGateway", "StaffWords", "ApprovedWords"));
    }

    @Test
    void everyFormHasItsConstantItsFileAndATaskOrStartThatShowsIt() {
        var constants = Stream.concat(Stream.of(Form.values()).map(Form::key), Stream.of(ClientOnboarding.START_FORM))
                .toList();
        assertThat(Drawn.forms())
                .extracting(form -> form.path("id").asText())
                .containsExactlyInAnyOrderElementsOf(constants);
        assertThat(Drawn.attributes("camunda:formRef").stream().distinct())
                .containsExactlyInAnyOrderElementsOf(constants);
        assertThat(constants).allMatch(FormSupply::has);
    }

    @Test
    void aFormOffersTheDecisionsThatTheCodeKnows() {
        assertThat(Drawn.forms()).allSatisfy(form -> assertThat(decisions(form))
                .containsExactlyInAnyOrderElementsOf(
                        Form.of(form.path("id").asText()).map(Form::outcomes).orElse(Set.of())));
    }

    @Test
    void aFormShowsTheWordsThatItsOutcomesApprove() {
        var keys = Map.of(
                Purpose.CLIENT_MESSAGE,
                "clientMessage",
                Purpose.PRD,
                "prd.markdown",
                Purpose.SHARED_PRD,
                "prd.markdown",
                Purpose.BUG_REPORT,
                "bugReport.markdown");
        for (var form : Drawn.forms()) {
            var shown = Drawn.fields(form).stream()
                    .filter(field -> !field.path("disabled").asBoolean())
                    .map(field -> field.path("key").asText())
                    .toList();
            assertThat(Form.of(form.path("id").asText()).map(Form::purposes).orElse(Set.of()))
                    .as(form.path("id").asText())
                    .allSatisfy(purpose -> assertThat(shown).contains(keys.get(purpose)));
        }
    }

    @Test
    void everyTableAndCalledProcessExists() {
        var tables = Drawn.all(Decision.class).stream().map(Decision::getId).toList();
        assertThat(Drawn.attributes("camunda:decisionRef").stream().distinct())
                .containsExactlyInAnyOrderElementsOf(tables)
                .contains(Routing.KEY);
        assertThat(processes()).containsAll(Drawn.attributes("calledElement"));
    }

    @Test
    void everyGroupThatGetsATaskExists() {
        var drawn = Drawn.attributes("camunda:candidateGroups").stream().filter(group -> !group.startsWith("$"));
        assertThat(Groups.ALL)
                .containsAll(drawn.toList())
                .containsAll(new DecisionTable(Routing.KEY).answers(Vars.CANDIDATE_GROUP.name()));
    }

    @Test
    void everyMessageIsSentByTheCode() {
        assertThat(Drawn.all(Message.class).stream().map(Message::getName).distinct())
                .containsExactlyInAnyOrderElementsOf(InCode.messages());
    }

    @Test
    void everyIdInTheCodeIsDrawn() {
        var elements =
                Drawn.all(FlowElement.class).stream().map(FlowElement::getId).collect(Collectors.toSet());
        elements.addAll(processes());
        Drawn.all(Decision.class).forEach(table -> elements.add(table.getId()));
        assertThat(elements).containsAll(InCode.ids());
    }

    @Test
    void everyVariableOfAnExpressionIsKnown() {
        var names = Drawn.namesInExpressions().stream()
                .filter(name -> !OPERATORS.contains(name) && !name.equals("execution"))
                .filter(name -> !InCode.beans().containsKey(name));
        assertThat(InCode.variables()).containsAll(names.toList());
    }

    @Test
    void everyVariableOfATableIsKnown() {
        var inputs = Drawn.all(InputExpression.class).stream()
                .map(input -> input.getText().getTextContent());
        var outputs = Drawn.all(Output.class).stream().map(Output::getName);
        assertThat(InCode.variables())
                .containsAll(Stream.concat(inputs, outputs).toList());
    }

    @Test
    void everyVariableOfAFormIsKnown() {
        var variables = InCode.variables();
        var members = Set.of(Vars.TEXT, Vars.MARKDOWN, Vars.REPORT_TITLE);
        for (var form : Drawn.forms()) {
            for (var field : Drawn.fields(form)) {
                var path = field.path("key").asText().split("\\.");
                assertThat(path[0])
                        .as(form.path("id") + " " + field.path("id"))
                        .matches(name -> name.isEmpty() || variables.contains(name));
                assertThat(path.length == 1 || members.contains(path[1])).isTrue();
                var expressions = field.at("/conditional/hide").asText() + " "
                        + field.path("valuesKey").asText() + " "
                        + String.join(" ", Drawn.templates(field.path("text").asText())) + " "
                        + String.join(" ", Drawn.templates(field.path("content").asText()));
                assertThat(variables)
                        .as(form.path("id") + " " + field.path("id"))
                        .containsAll(Drawn.names(expressions)
                                .filter(name -> !FEEL.contains(name))
                                .toList());
            }
        }
    }

    @Test
    void whatIsDrawnIsWhatIsPromised() {
        assertThat(PROCESSES).containsAll(processes());
        assertThat(missing(PROCESSES, processes())).isSubsetOf(TO_COME);
        var tasks = Drawn.all(UserTask.class).stream().map(UserTask::getId).collect(Collectors.toSet());
        assertThat(OUTCOMES.keySet()).containsAll(tasks);
        assertThat(missing(OUTCOMES.keySet(), tasks)).isSubsetOf(TO_COME);
        var messages = Drawn.all(Message.class).stream().map(Message::getName).collect(Collectors.toSet());
        assertThat(MESSAGES).containsAll(messages);
        assertThat(missing(MESSAGES, messages)).isSubsetOf(TO_COME);
    }

    @Test
    void aTaskIsNamedLikeItsFormAndHasThePromisedOutcomes() {
        assertThat(Drawn.all(UserTask.class)).isNotEmpty().allSatisfy(task -> {
            assertThat(task.getCamundaFormRef()).isEqualTo(task.getId().replace('_', '-'));
            var promised = OUTCOMES.get(task.getId());
            var outcomes = Form.of(task.getCamundaFormRef()).orElseThrow().outcomes();
            assertThat(promised).containsAll(outcomes);
            assertThat(missing(promised, outcomes)).isSubsetOf(TO_COME);
        });
    }

    private static Set<String> missing(Set<String> promised, Set<String> there) {
        return promised.stream().filter(name -> !there.contains(name)).collect(Collectors.toSet());
    }

    private static Set<String> processes() {
        return Drawn.all(Process.class).stream().map(Process::getId).collect(Collectors.toSet());
    }

    private static List<String> decisions(JsonNode form) {
        return Drawn.fields(form).stream()
                .filter(field -> field.path("key").asText().equals(Vars.DECISION.name()))
                .flatMap(field -> field.path("values").findValuesAsText("value").stream())
                .toList();
    }
}
