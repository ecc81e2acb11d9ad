package dev.switchboard.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;

/** The tasks of a request and who has them, those of the called processes included. */
@Component
public class OpenWork {

    private final TaskService tasks;
    private final HistoryService history;

    OpenWork(TaskService tasks, HistoryService history) {
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

    /** Everyone who has or had a task of the request. */
    public List<String> peopleOf(String requestId) {
        return history.createHistoricTaskInstanceQuery().processInstanceBusinessKey(requestId).list().stream()
                .map(HistoricTaskInstance::getAssignee)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
