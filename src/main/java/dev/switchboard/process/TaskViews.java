package dev.switchboard.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.springframework.stereotype.Component;

/** Tasks as the dashboard lists them: with what they are about, read with the signed-in user's rights. */
@Component
class TaskViews {

    private static final String[] ABOUT = {
        Vars.TITLE.name(), Vars.CLIENT.name(), Vars.REQUEST_TYPE.name(), Vars.URGENCY.name()
    };

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ObjectMapper json;

    TaskViews(TaskService tasks, RuntimeService runtime, ObjectMapper json) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.json = json;
    }

    /**
     * A task that waits for a person.
     *
     * @param subject the request's id, or the client's where somebody is onboarded
     * @param definition the task's id in its diagram, such as {@code review_answer}
     */
    record TaskView(
            String id,
            String definition,
            String name,
            String process,
            String subject,
            String title,
            String client,
            String type,
            String urgency,
            String assignee,
            List<String> candidateGroups,
            int priority,
            Instant createdAt,
            Instant dueAt) {}

    /** Leaves out what somebody made at the engine by hand: it belongs to no process and has no form of ours. */
    List<TaskView> of(List<Task> listed) {
        var found = listed.stream()
                .filter(task -> task.getProcessInstanceId() != null)
                .toList();
        if (found.isEmpty()) {
            return List.of();
        }
        var ids = found.stream().map(Task::getProcessInstanceId).distinct().toArray(String[]::new);
        var subjects = runtime.createProcessInstanceQuery().processInstanceIds(java.util.Set.of(ids)).list().stream()
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
        var about = new HashMap<String, Map<String, String>>();
        for (var variable : variables(ids)) {
            about.computeIfAbsent(variable.getProcessInstanceId(), id -> new HashMap<>())
                    .put(variable.getName(), String.valueOf(variable.getValue()));
        }
        return found.stream()
                .map(task -> of(
                        task,
                        subjects.get(task.getProcessInstanceId()),
                        about.getOrDefault(task.getProcessInstanceId(), Map.of())))
                .toList();
    }

    /** Every variable that the task sees, as its form reads them. */
    Map<String, JsonNode> formData(String taskId) {
        var data = new HashMap<String, JsonNode>();
        var variables = tasks.getVariablesTyped(taskId, false);
        for (var name : variables.keySet()) {
            var value = variables.getValueTyped(name);
            if (value instanceof SerializableValue serialized) {
                data.put(name, tree(serialized.getValueSerialized()));
            } else {
                data.put(name, json.valueToTree(value.getValue()));
            }
        }
        return data;
    }

    private JsonNode tree(String serialized) {
        return serialized == null ? json.nullNode() : dev.switchboard.system.Json.read(serialized, JsonNode.class);
    }

    private List<VariableInstance> variables(String... instances) {
        return runtime.createVariableInstanceQuery()
                .processInstanceIdIn(instances)
                .variableNameIn(ABOUT)
                .list();
    }

    private TaskView of(Task task, String subject, Map<String, String> about) {
        return new TaskView(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                task.getProcessDefinitionId().replaceFirst(":.*", ""),
                subject,
                about.get(Vars.TITLE.name()),
                about.get(Vars.CLIENT.name()),
                about.get(Vars.REQUEST_TYPE.name()),
                about.get(Vars.URGENCY.name()),
                task.getAssignee(),
                CandidateGroups.of(tasks, task.getId()),
                task.getPriority(),
                instant(task.getCreateTime()),
                instant(task.getDueDate()));
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
