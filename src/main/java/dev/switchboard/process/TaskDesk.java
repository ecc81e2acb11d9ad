package dev.switchboard.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.process.TaskViews.TaskView;
import dev.switchboard.process.TasksController.Counts;
import dev.switchboard.process.TasksController.TaskForm;
import dev.switchboard.system.Json;
import dev.switchboard.system.Page;
import dev.switchboard.system.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** What a signed-in person does with tasks. The engine decides what he or she may see and do. */
@Component
class TaskDesk {

    private final TaskService tasks;
    private final FormService forms;
    private final HistoryService history;
    private final TaskViews views;

    TaskDesk(TaskService tasks, FormService forms, HistoryService history, TaskViews views) {
        this.tasks = tasks;
        this.forms = forms;
        this.history = history;
        this.views = views;
    }

    Page<TaskView> page(String list, String subject, Integer limit, String cursor, String user) {
        var size = Page.limit(limit);
        var first = (int) Math.max(0, Page.cursor(cursor, 0));
        var query = query(list, user).initializeFormKeys();
        if (subject != null) {
            query.processInstanceBusinessKey(subject);
        }
        var found = query.orderByTaskPriority()
                .desc()
                .orderByDueDate()
                .asc()
                .orderByTaskCreateTime()
                .asc()
                .listPage(first, size + 1);
        var shown = found.size() > size ? found.subList(0, size) : found;
        return new Page<>(views.of(shown), found.size() > size ? String.valueOf(first + size) : null);
    }

    Counts counts(String user) {
        return new Counts(query("mine", user).count(), query("open", user).count());
    }

    TaskForm form(String id) {
        var task = visible(id);
        return new TaskForm(views.of(List.of(task)).get(0), schema(id), views.formData(id));
    }

    void claim(String id, String user) {
        var task = visible(id);
        if (task.getAssignee() == null) {
            tasks.claim(id, user);
        } else if (!task.getAssignee().equals(user)) {
            throw isSomebodyElses(task);
        }
    }

    void unclaim(String id) {
        visible(id);
        tasks.setAssignee(id, null);
    }

    /** A task that nobody has claimed is the completer's from then on, so that the history says who did it. */
    void complete(String id, Map<String, JsonNode> fields, String user) {
        claim(id, user);
        var submitted = FormFields.of(schema(id)).read(fields);
        try {
            tasks.complete(id, submitted);
        } catch (NullValueException gone) {
            throw ended(id);
        }
    }

    private TaskQuery query(String list, String user) {
        var query = tasks.createTaskQuery().active();
        return switch (list) {
            case "mine" -> query.taskAssignee(user);
            case "open" -> query.taskUnassigned();
            case "all" -> query;
            default -> throw Problem.badRequest("list is mine, open or all, not \"" + list + "\".");
        };
    }

    private Task visible(String id) {
        var task = tasks.createTaskQuery().taskId(id).initializeFormKeys().singleResult();
        if (task == null) {
            throw ended(id);
        }
        return task;
    }

    private Problem ended(String id) {
        var past =
                history.createHistoricTaskInstanceQuery().taskId(id).finished().singleResult();
        if (past == null) {
            return Problem.notFound("There is no open task " + id + " that you may see.");
        }
        var who = past.getAssignee() == null ? "The process" : past.getAssignee();
        return Problem.conflict("\"" + past.getName() + "\" is no longer open: " + who
                + " ended it. Nothing that you entered was sent.");
    }

    private static Problem isSomebodyElses(Task task) {
        return Problem.conflict("\"" + task.getName() + "\" is in the hands of " + task.getAssignee()
                + ". Ask for it, or take it over first.");
    }

    private JsonNode schema(String id) {
        try (var form = forms.getDeployedTaskForm(id)) {
            return Json.read(new String(form.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8), JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the form of task " + id + " cannot be read", e);
        }
    }
}
