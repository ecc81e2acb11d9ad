package dev.switchboard.process;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
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
            set(instance, Vars.REQUEST_TYPE.name(), type);
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
                set(instance, variable.name(), LongText.value(members));
            }
        }
    }

    /** Sets a variable where the request's processes read it; an ended request has none to set. */
    public void setVariable(String requestId, String name, Object value) {
        for (var instance : running(requestId)) {
            // Every change is kept in the history, even one that changes nothing
            if (!Objects.equals(runtime.getVariable(instance.getId(), name), value)) {
                set(instance, name, value);
            }
        }
    }

    /** Sets a variable where this number is being onboarded or was not reached; other contacts are left alone. */
    public void setOnboardingVariable(String clientId, String number, String name, Object value) {
        for (var instance : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(clientId)
                .variableValueEquals(Vars.PHONE.name(), number)
                .list()) {
            set(instance, name, value);
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

    /** Moves the response deadline: of the tasks that are open and to come, and the timer; an ended request has none. */
    public void moveDeadline(String requestId, Instant dueAt) {
        setVariable(requestId, Vars.DUE_AT.name(), Date.from(dueAt));
        deadlines.moveTasks(requestId, dueAt);
        running(requestId).forEach(instance -> deadlines.moveTimer(instance.getId()));
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
        return besideOthers(() -> !runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(requestId)
                .setVariables(variables)
                .correlateAllWithResult()
                .isEmpty());
    }

    private void set(ProcessInstance instance, String name, Object value) {
        besideOthers(() -> {
            runtime.setVariable(instance.getId(), name, value);
            return true;
        });
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
}
