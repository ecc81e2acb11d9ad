package dev.switchboard.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** What may stand in the attributes and texts of a diagram; problems are the beginning of a sentence without its dot. */
final class Values {

    private static final Set<String> CONDITIONS = Set.of("conditionExpression", "condition", "completionCondition");
    private static final Set<String> FIXED = Set.of(
            "calledElement",
            "calledElementBinding",
            "calledElementVersion",
            "calledElementVersionTag",
            "decisionRef",
            "decisionRefBinding",
            "decisionRefVersion",
            "decisionRefVersionTag");
    private static final Set<String> FORM_BINDINGS = Set.of("deployment", "latest");
    private static final Set<String> TASK_EVENTS = Set.of("create", "assignment", "update", "complete", "delete");
    private static final Set<String> BUSINESS_KEYS =
            Set.of("#{execution.processBusinessKey}", "${execution.processBusinessKey}");
    /** Written by drafts, forms and approvals alone. */
    private static final Set<String> WORDS = Set.of(
            Vars.CLIENT_MESSAGE.name(),
            Vars.PRD.name(),
            Vars.BUG_REPORT.name(),
            Vars.APPROVAL_ID.name(),
            Vars.REVIEWER.name());

    private static final Set<String> WRITING = Set.of(
            "resultVariable",
            "elementVariable",
            "initiator",
            "errorCodeVariable",
            "errorMessageVariable",
            "escalationCodeVariable");

    private final AllowedBeans beans;

    Values(AllowedBeans beans) {
        this.beans = beans;
    }

    Optional<String> problem(Element element, Xml.Attribute attribute) {
        var value = attribute.value();
        var tag = element.getTagName();
        return switch (attribute.name()) {
            case "delegateExpression" -> bean(value, kinds(tag));
            case "businessKey" ->
                unless(
                        BUSINESS_KEYS.contains(value),
                        "the business key of a called process must be #{execution.processBusinessKey}, the request's id");
            case "formRef" ->
                tag.equals("userTask")
                        ? unless(
                                Form.of(value).isPresent(),
                                "the form " + value + " is none of Switchboard's review forms")
                        : unless(
                                value.equals(ClientOnboarding.START_FORM),
                                "the form %s cannot start a process; %s can"
                                        .formatted(value, ClientOnboarding.START_FORM));
            case "formRefBinding" ->
                unless(FORM_BINDINGS.contains(value), "a form is bound by deployment or latest, not by " + value);
            case "event" ->
                unless(
                        !tag.equals("taskListener") || TASK_EVENTS.contains(value),
                        "a task listener cannot listen to " + value);
            case "type" ->
                unless(
                        !tag.equals("conditionExpression") || value.endsWith("tFormalExpression"),
                        "a condition cannot be a " + value);
            default ->
                FIXED.contains(attribute.name())
                        ? unless(!isExpression(value), attribute.name() + " must be a fixed name, not " + value)
                        : writesWords(tag, attribute.name(), value).or(() -> text(attribute.name(), value));
        };
    }

    /** What is wrong with the text of an element, or with what it lacks. */
    List<String> problem(Element element) {
        var tag = element.getTagName();
        var text = element.getText().strip();
        var ofText = CONDITIONS.contains(tag)
                ? ConditionCheck.problem(text, beans())
                        .map(problem -> "the condition " + text
                                + " must compare variables and plain values, like ${decision == 'approve'}: " + problem)
                : text("its " + tag, text);
        var lacking =
                switch (tag) {
                    case "userTask" ->
                        unless(
                                Xml.camunda(element, "formRef") != null,
                                "a user task needs one of Switchboard's forms, or nobody sees what is approved");
                    case "businessRuleTask" ->
                        unless(
                                Xml.camunda(element, "decisionRef") != null,
                                "a business rule task needs a decision reference");
                    default -> Optional.<String>empty();
                };
        return Stream.of(ofText, lacking).flatMap(Optional::stream).toList();
    }

    private Optional<String> bean(String value, Set<Class<?>> kinds) {
        var name = Bindings.nameIn(value);
        var exact = name.isPresent() && value.equals("${" + name.get() + "}");
        return unless(
                exact
                        && !ListenersOnEveryTask.NAMES.contains(name.get())
                        && kinds.stream().anyMatch(kind -> beans.of(kind).contains(name.get())),
                value + " is none of Switchboard's "
                        + (kinds.contains(TaskListener.class) ? "task listeners" : "delegates or listeners")
                        + " that can be bound here");
    }

    /** The engine takes a delegate where an execution listener is expected, but not the other way round. */
    private static Set<Class<?>> kinds(String tag) {
        return switch (tag) {
            case "taskListener" -> Set.of(TaskListener.class);
            case "executionListener" -> Set.of(ExecutionListener.class, JavaDelegate.class);
            default -> Set.of(JavaDelegate.class);
        };
    }

    private static Optional<String> writesWords(String tag, String attribute, String value) {
        var writes = WRITING.contains(attribute)
                || Set.of("inputParameter", "outputParameter").contains(tag) && attribute.equals("name");
        return unless(
                !writes || !WORDS.contains(value),
                value + " is written by drafts and forms alone; " + attribute + " cannot set it");
    }

    /** An expression may stand anywhere if all it does is to read one variable. */
    private Optional<String> text(String where, String text) {
        var name = Bindings.nameIn(text);
        return unless(
                !isExpression(text) || name.isPresent() && ConditionCheck.isVariable(name.get(), beans()),
                where + " holds " + text + "; only a single variable like ${dueAt} is evaluated");
    }

    private Set<String> beans() {
        return Stream.of(JavaDelegate.class, ExecutionListener.class, TaskListener.class)
                .flatMap(kind -> beans.of(kind).stream())
                .collect(java.util.stream.Collectors.toSet());
    }

    private static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    private static Optional<String> unless(boolean fine, String problem) {
        return fine ? Optional.empty() : Optional.of(problem);
    }
}
