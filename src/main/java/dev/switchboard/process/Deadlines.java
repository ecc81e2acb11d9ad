package dev.switchboard.process;

import dev.switchboard.system.Groups;
import dev.switchboard.system.WorkingHours;
import dev.switchboard.system.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The response deadline of a request where the engine keeps it: its timer, and its open tasks. */
@Component
public class Deadlines {

    /** Tasklist sorts by it and lists it under "Overdue"; the engine's default is 50. */
    public static final int OVERDUE_PRIORITY = 75;

    /** Where a request stops before its handling is decided, somebody shall see it; routing.dmn gives no more than this. */
    private static final WorkingTime UNTIL_DECIDED = WorkingTime.of("P3D");

    private final ManagementService management;
    private final TaskService tasks;
    private final WorkingHours workingHours;
    private final Clock clock;

    Deadlines(ManagementService management, TaskService tasks, WorkingHours workingHours, Clock clock) {
        this.management = management;
        this.tasks = tasks;
        this.workingHours = workingHours;
        this.clock = clock;
    }

    /** The deadline of a request that starts now: the timer needs one before anything is known. */
    Date first() {
        return Date.from(workingHours.after(clock.instant(), UNTIL_DECIDED));
    }

    /**
     * Moves the timer of this instance of {@code client_request} to what its diagram now says; one that has gone off
     * stays off.
     */
    public void moveTimer(String processInstanceId) {
        management
                .createJobQuery()
                .processInstanceId(processInstanceId)
                .activityId(ClientRequest.RESPONSE_DEADLINE_PASSED)
                .timers()
                .list()
                .forEach(timer -> management.recalculateJobDuedate(timer.getId(), false));
    }

    /** Moves the due date of the request's open tasks. */
    public void moveTasks(String requestId, Instant dueAt) {
        for (var task : open(requestId)) {
            task.setDueDate(Date.from(dueAt));
            tasks.saveTask(task);
        }
    }

    /** Puts the request's open tasks before the leads; doing it again changes nothing. */
    public void escalate(String requestId) {
        for (var task : open(requestId)) {
            if (task.getPriority() < OVERDUE_PRIORITY) {
                tasks.setPriority(task.getId(), OVERDUE_PRIORITY);
            }
            var known = tasks.getIdentityLinksForTask(task.getId()).stream()
                    .anyMatch(link -> Groups.LEADS.equals(link.getGroupId()));
            if (!known) {
                tasks.addCandidateGroup(task.getId(), Groups.LEADS);
            }
        }
    }

    private List<Task> open(String requestId) {
        return tasks.createTaskQuery().processInstanceBusinessKey(requestId).list();
    }
}
