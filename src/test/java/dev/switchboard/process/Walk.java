package dev.switchboard.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;

/** One request on its way through a diagram, and through those it calls; each step first runs the jobs before it. */
final class Walk {

    private static final int MOST_JOBS = 100;

    private final ProcessEngine engine;
    private final ProcessInstance instance;

    Walk(ProcessEngine engine, ProcessInstance instance) {
        this.engine = engine;
        this.instance = instance;
    }

    /** The one open task is this one, and is completed with this decision; null is no decision at all. */
    Walk decides(String taskId, String decision) {
        runJobs();
        var tasks = openTasks();
        assertThat(tasks).extracting(Task::getTaskDefinitionKey).containsExactly(taskId);
        var entered = decision == null ? Map.<String, Object>of() : Map.<String, Object>of("decision", decision);
        engine.getTaskService().complete(tasks.get(0).getId(), entered);
        return this;
    }

    Walk waitsAt(String... activities) {
        runJobs();
        BpmnAwareTests.assertThat(instance).isWaitingAtExactly(activities);
        return this;
    }

    Walk hasOpenTask(String taskId) {
        runJobs();
        assertThat(openTasks()).extracting(Task::getTaskDefinitionKey).containsExactly(taskId);
        return this;
    }

    Walk hasNoTask() {
        assertThat(openTasks()).isEmpty();
        return this;
    }

    Walk hears(String message, Map<String, Object> variables) {
        runJobs();
        return hearsAtOnce(message, variables);
    }

    /** The message comes before the jobs that wait now have run. */
    Walk hearsAtOnce(String message, Map<String, Object> variables) {
        engine.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(instance.getBusinessKey())
                .setVariables(variables)
                .correlate();
        return this;
    }

    /** The one timer of this event goes off, whenever it is due. */
    Walk timerGoesOff(String event) {
        runJobs();
        var timers = instances()
                .flatMap(id -> engine
                        .getManagementService()
                        .createJobQuery()
                        .processInstanceId(id)
                        .activityId(event)
                        .timers()
                        .list()
                        .stream())
                .toList();
        assertThat(timers).as("timers of " + event).hasSize(1);
        engine.getManagementService().executeJob(timers.get(0).getId());
        return this;
    }

    Walk endsAt(String endEvent) {
        runJobs();
        BpmnAwareTests.assertThat(instance).isEnded().hasPassed(endEvent);
        return this;
    }

    Walk hasPassedInOrder(String... activities) {
        BpmnAwareTests.assertThat(instance).hasPassedInOrder(activities);
        return this;
    }

    Walk hasNotPassed(String... activities) {
        BpmnAwareTests.assertThat(instance).hasNotPassed(activities);
        return this;
    }

    Walk hasPassedTimes(String activity, int times) {
        var passes = engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .activityId(activity)
                .finished()
                .count();
        assertThat(passes).as("passes of " + activity).isEqualTo(times);
        return this;
    }

    private void runJobs() {
        for (var run = 0; run < MOST_JOBS; run++) {
            var next = jobs().findFirst();
            if (next.isEmpty()) {
                return;
            }
            engine.getManagementService().executeJob(next.get().getId());
        }
        throw new AssertionError("the diagram runs in a circle without anyone");
    }

    private Stream<Job> jobs() {
        return instances()
                .flatMap(id ->
                        engine
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(id)
                                .messages()
                                .list()
                                .stream());
    }

    private List<Task> openTasks() {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(instance.getBusinessKey())
                .list();
    }

    private Stream<String> instances() {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(instance.getBusinessKey())
                .list()
                .stream()
                .map(ProcessInstance::getId);
    }
}
