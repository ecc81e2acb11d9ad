package dev.switchboard.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The running processes; an instance's business key is the request's id, that of an onboarding the client's. */
@Component
public class Workflow {

    private static final Logger LOG = LoggerFactory.getLogger(Workflow.class);
    private static final int MOST_ATTEMPTS = 5;

    private final RuntimeService runtime;
    private final HistoryService history;
    private final TaskService tasks;
    private final Deadlines deadlines;

    Workflow(RuntimeService runtime, HistoryService history, TaskService tasks, Deadlines deadlines) {
        this.runtime = runtime;
        this.history = history;
        this.tasks = tasks;
        this.deadlines = deadlines;
    }

    /** A step that waits for a person. */
    public record Step(String id, String name, Instant since, String assignee, List<String> candidateGroups) {}

    /** An activity of the past or present; {@code end} is null while it runs. */
    public record Activity(String id, String name, String type, String assignee, Instant start, Instant end) {}

    /** A comment at the engine. */
    public record Remark(String user, String text, Instant at) {}

    /** Starts {@code client_request} unless the engine knows this request already: calling it again changes nothing. */
    public void start(String requestId, Map<String, Object> variables) {
        if (!started(requestId)) {
            var all = new HashMap<>(variables);
            all.put(Vars.DUE_AT.name(), deadlines.first());
            runtime.startProcessInstanceByKey(ClientRequest.KEY, requestId, all);
        }
    }

    /** Whether the request's own process was ever started; others may run under its id as well. */
    public boolean started(String requestId) {
        return history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey(ClientRequest.KEY)
                        .processInstanceBusinessKey(requestId)
                        .count()
                > 0;
    }

    /**
     * Makes a text that did not arrive a person's task, once per message: calling it again changes nothing.
     *
     * @param subject the request's id, or the client's for a text outside of any request
     */
    public void startUndeliveredText(String subject, String messageId, Map<String, Object> variables) {
        if (history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey(UndeliveredText.KEY)
                        .processInstanceBusinessKey(subject)
                        .variableValueEquals(Vars.UNDELIVERED_MESSAGE.name(), messageId)
                        .count()
                == 0) {
            var all = new HashMap<>(variables);
            all.put(Vars.UNDELIVERED_MESSAGE.name(), messageId);
            runtime.startProcessInstanceByKey(UndeliveredText.KEY, subject, all);
        }
    }

    /**
     * Gives a client's reply to the step that waits for it.
     *
     * @return false when nothing waits yet; offering the same message twice hands it over once
     */
    public boolean offerReply(String requestId, String messageId) {
        return takenAlready(requestId, Vars.REPLIED_WITH, messageId)
                || correlate(BugReport.MESSAGE_CLIENT_REPLIED, requestId, Map.of(Vars.REPLIED_WITH.name(), messageId));
    }

    /**
     * Tells a request's process that its client wrote again, beside whatever goes on there; the same texts twice are told
     * once, and those it was started with never.
     *
     * @param messageId the first of the texts
     * @return false when the process does not listen: it has ended, or is about to
     */
    public boolean clientWroteAgain(String requestId, String messageId) {
        if (takenAlready(requestId, Vars.NEW_WORDS, messageId)) {
            return true;
        }
        return besideOthers(() -> !runtime.createMessageCorrelation(ClientRequest.MESSAGE_CLIENT_WROTE_AGAIN)
                .processInstanceBusinessKey(requestId)
                // Two of them may be under way at once
                .setVariablesToTriggeredScope(Map.of(Vars.NEW_WORDS.name(), messageId))
                .correlateAllWithResult()
                .isEmpty());
    }

    /** Starts the answer to "how is it going?", once per text that asks. */
    public void startStatusInquiry(String requestId, String messageId, Map<String, Object> variables) {
        if (!takenAlready(requestId, Vars.REPLIED_WITH, messageId)) {
            var all = new HashMap<>(variables);
            // Part of a round's key: the next text that asks is answered with another draft
            all.put(Vars.REPLIED_WITH.name(), messageId);
            runtime.startProcessInstanceByKey(StatusInquiry.KEY, requestId, all);
        }
    }

    /** Whether the request's own process runs. */
    public boolean runs(String requestId) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(requestId, ClientRequest.KEY)
                        .count()
                > 0;
    }

    /**
     * Makes the request one of another type: work under way begins again as the right process, work to come will be it.
     * Asked twice, it happens once.
     *
     * @return whether work that was under way began again
     */
    public boolean reclassify(String requestId, String type) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(requestId, ClientRequest.KEY)
                .singleResult();
        if (instance == null || type.equals(runtime.getVariable(instance.getId(), Vars.REQUEST_TYPE.name()))) {
            return false;
        }
        // The route is part of a round's key: a draft made before for another type is not this one's
        var again = correlate(
                ClientRequest.MESSAGE_RECLASSIFIED,
                requestId,
                Map.of(
                        Vars.REQUEST_TYPE.name(),
                        type,
                        Vars.ROUTE.name(),
                        UUID.randomUUID().toString()));
        if (!again) {
            runtime.setVariable(instance.getId(), Vars.REQUEST_TYPE.name(), type);
        }
        return again;
    }

    /**
     * Drops all work on a request, that of the called processes too, and closes it; nothing is sent. Asked twice, it
     * happens once.
     *
     * @param reason for staff, at most 4,000 characters; may be empty
     * @param user the staff user who withdraws it; empty when the client does
     * @return false when the request's process does not run, so that there is nothing to drop
     */
    public boolean withdraw(String requestId, String reason, String user) {
        return correlate(
                ClientRequest.MESSAGE_WITHDRAWN,
                requestId,
                Map.of(Vars.WITHDRAW_REASON.name(), reason, Vars.WITHDRAWN_BY.name(), user));
    }

    /** @return false when nothing waits for the issue */
    public boolean issueClosed(String requestId, String reason) {
        return correlate(IssueTail.MESSAGE_ISSUE_CLOSED, requestId, Map.of(Vars.CLOSE_REASON.name(), reason));
    }

    /** Sets a long text where the request's processes read it; an ended request has none to set. */
    public void setLongText(String requestId, LongText variable, Map<String, String> members) {
        for (var instance : running(requestId)) {
            if (!variable.holds(runtime.getVariable(instance.getId(), variable.name()), members)) {
                runtime.setVariable(instance.getId(), variable.name(), LongText.value(members));
            }
        }
    }

    /** Sets a variable where the request's processes read it; an ended request has none to set. */
    public void setVariable(String requestId, String name, Object value) {
        for (var instance : running(requestId)) {
            // Every change is kept in the history, even one that changes nothing
            if (!Objects.equals(runtime.getVariable(instance.getId(), name), value)) {
                runtime.setVariable(instance.getId(), name, value);
            }
        }
    }

    /** Sets a variable where this number is being onboarded or was not reached; other contacts are left alone. */
    public void setOnboardingVariable(String clientId, String number, String name, Object value) {
        for (var instance : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(clientId)
                .variableValueEquals(Vars.PHONE.name(), number)
                .list()) {
            runtime.setVariable(instance.getId(), name, value);
        }
    }

    /** Gives the request's open tasks to a person, or to nobody. */
    public void assign(String requestId, String user) {
        for (var task :
                tasks.createTaskQuery().processInstanceBusinessKey(requestId).list()) {
            if (!Objects.equals(user, task.getAssignee())) {
                tasks.setAssignee(task.getId(), user);
            }
        }
    }

    /** What people wrote to a task or process of the request in Tasklist or Cockpit, oldest first. */
    public List<Remark> remarks(String requestId) {
        return instances(requestId).stream()
                .flatMap(instance -> Stream.concat(
                        tasks.getProcessInstanceComments(instance.getId()).stream(),
                        // One that is written to a task names the task alone
                        history.createHistoricTaskInstanceQuery().processInstanceId(instance.getId()).list().stream()
                                .flatMap(task -> tasks.getTaskComments(task.getId()).stream())
                                .filter(comment -> comment.getProcessInstanceId() == null)))
                .sorted(Comparator.comparing(Comment::getTime))
                .map(comment -> new Remark(
                        comment.getUserId(),
                        comment.getFullMessage(),
                        comment.getTime().toInstant()))
                .toList();
    }

    /** Moves the response deadline: of the tasks that are open and to come, and the timer; an ended request has none. */
    public void moveDeadline(String requestId, Instant dueAt) {
        setVariable(requestId, Vars.DUE_AT.name(), Date.from(dueAt));
        deadlines.moveTasks(requestId, dueAt);
        running(requestId).forEach(instance -> deadlines.moveTimer(instance.getId()));
    }

    /** The steps that wait for a person, by request. */
    public Map<String, List<Step>> currentSteps(Collection<String> requestIds) {
        if (requestIds.isEmpty()) {
            return Map.of();
        }
        var open = tasks.createTaskQuery()
                .processInstanceBusinessKeyIn(requestIds.toArray(String[]::new))
                .orderByTaskCreateTime()
                .asc()
                .list();
        if (open.isEmpty()) {
            return Map.of();
        }
        var instanceIds = open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        var businessKeys = runtime.createProcessInstanceQuery().processInstanceIds(instanceIds).list().stream()
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
        return open.stream()
                .filter(task -> businessKeys.containsKey(task.getProcessInstanceId()))
                .collect(Collectors.groupingBy(
                        task -> businessKeys.get(task.getProcessInstanceId()),
                        Collectors.mapping(this::step, Collectors.toList())));
    }

    /** What the engine did for a request, its called processes included, in the order in which it began. */
    public List<Activity> activities(String requestId) {
        var found = new ArrayList<HistoricActivityInstance>();
        for (var instance : instances(requestId)) {
            found.addAll(history.createHistoricActivityInstanceQuery()
                    .processInstanceId(instance.getId())
                    .orderPartiallyByOccurrence()
                    .asc()
                    .list());
        }
        return found.stream()
                .map(a -> new Activity(
                        a.getActivityId(),
                        a.getActivityName(),
                        a.getActivityType(),
                        a.getAssignee(),
                        a.getStartTime().toInstant(),
                        a.getEndTime() == null ? null : a.getEndTime().toInstant()))
                .toList();
    }

    private boolean takenAlready(String requestId, Variable<String> taker, String messageId) {
        var ids = instances(requestId).stream()
                .map(HistoricProcessInstance::getId)
                .toArray(String[]::new);
        return ids.length > 0
                && history.createHistoricVariableInstanceQuery()
                                .processInstanceIdIn(ids)
                                .variableValueEquals(taker.name(), messageId)
                                .count()
                        > 0;
    }

    private boolean correlate(String message, String requestId, Map<String, Object> variables) {
        return !runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(requestId)
                .setVariables(variables)
                .correlateAllWithResult()
                .isEmpty();
    }

    /** A job of the same instance may commit first; nothing of the refused try is left. */
    private static boolean besideOthers(BooleanSupplier call) {
        for (var attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
            try {
                return call.getAsBoolean();
            } catch (OptimisticLockingException e) {
                LOG.debug("Attempt {} met a job of the same instance", attempt, e);
            }
        }
        return call.getAsBoolean();
    }

    private List<ProcessInstance> running(String requestId) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(requestId)
                .list();
    }

    private List<HistoricProcessInstance> instances(String requestId) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(requestId)
                .list();
    }

    private Step step(Task task) {
        var groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .sorted()
                .toList();
        return new Step(
                task.getTaskDefinitionKey(),
                task.getName(),
                task.getCreateTime().toInstant(),
                task.getAssignee(),
                groups);
    }
}
