package dev.switchboard.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;

/** The tasks of a request and who has them, those of the called processes included. */
@Component
public class OpenWork {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HistoryService history;

    OpenWork(RuntimeService runtime, TaskService tasks, HistoryService history) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.history = history;
    }

    /** Brings the open tasks up again, with a comment that says why; within the engine's transaction, so once. */
    public void comment(String requestId, String comment, Instant now) {
        for (var task :
                tasks.createTaskQuery().processInstanceBusinessKey(requestId).list()) {
            task.setFollowUpDate(Date.from(now));
            tasks.saveTask(task);
            tasks.createComment(task.getId(), task.getProcessInstanceId(), comment);
        }
    }

    /**
     * Sets, beside every draft of a request, what it does not know of.
     *
     * @param ofRound the variables to set, by the pass in which the draft was written
     */
    public void noteStaleDrafts(String requestId, Function<String, Map<String, String>> ofRound) {
        for (var instance : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(requestId)
                .list()) {
            var round = (String) runtime.getVariable(instance.getId(), Vars.DRAFT_ROUND.name());
            if (round != null && !round.isEmpty()) {
                runtime.setVariables(instance.getId(), ofRound.apply(round));
            }
        }
    }

    /** Everyone who has or had a task of the request. */
    public List<String> peopleOf(String requestId) {
        return history.createHistoricTaskInstanceQuery().processInstanceBusinessKey(requestId).list().stream()
                .map(HistoricTaskInstance::getAssignee)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
