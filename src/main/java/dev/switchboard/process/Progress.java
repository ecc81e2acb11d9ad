package dev.switchboard.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** How far the engine is with requests: what it did, what it waits for and what people wrote there. It changes nothing. */
@Component
public class Progress {

    private final RuntimeService runtime;
    private final HistoryService history;
    private final TaskService tasks;

    Progress(RuntimeService runtime, HistoryService history, TaskService tasks) {
        this.runtime = runtime;
        this.history = history;
        this.tasks = tasks;
    }

    /** A step that waits for a person. */
    public record Step(String id, String name, Instant since, String assignee, List<String> candidateGroups) {}

    /** An activity of the past or present; {@code end} is null while it runs. */
    public record Activity(String id, String name, String type, String assignee, Instant start, Instant end) {}

    /** A comment at the engine. */
    public record Remark(String user, String text, Instant at) {}

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

    private List<HistoricProcessInstance> instances(String requestId) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(requestId)
                .list();
    }

    private Step step(Task task) {
        return new Step(
                task.getTaskDefinitionKey(),
                task.getName(),
                task.getCreateTime().toInstant(),
                task.getAssignee(),
                CandidateGroups.of(tasks, task.getId()));
    }
}
