package dev.switchboard.request;

import dev.switchboard.process.Deadlines;
import dev.switchboard.system.Groups;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Runs when any user task is created: once a response was overdue, each new task is the leads' too. A
 * client who has had a response waits for no deadline any more, so the task has none.
 */
@Component("taskDueListener")
class TaskDueListener implements TaskListener {

    private final Requests requests;

    TaskDueListener(Requests requests) {
        this.requests = requests;
    }

    @Override
    public void notify(DelegateTask task) {
        requests.find(task.getExecution().getProcessBusinessKey()).ifPresent(request -> {
            if (request.respondedAt() != null) {
                task.setDueDate(null);
            } else if (request.escalated()) {
                task.setPriority(Math.max(task.getPriority(), Deadlines.OVERDUE_PRIORITY));
                task.addCandidateGroup(Groups.LEADS);
            }
        });
    }
}
