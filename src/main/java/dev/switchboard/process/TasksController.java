package dev.switchboard.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.process.TaskViews.TaskView;
import dev.switchboard.system.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The dashboard's tasks: the same as in Tasklist, with the same forms, rights and listeners. */
@RestController
@RequestMapping("/api/tasks")
class TasksController {

    private final TaskDesk desk;

    TasksController(TaskDesk desk) {
        this.desk = desk;
    }

    /** @param schema the form as it was deployed with the diagram; {@code data} what it shows */
    record TaskForm(TaskView task, JsonNode schema, Map<String, JsonNode> data) {}

    /** @param variables the form's fields as form-js submits them */
    record Submission(@NotNull Map<String, JsonNode> variables) {}

    record Counts(long mine, long open) {}

    /** @param list {@code mine} (claimed by the caller), {@code open} (anybody's who may), or {@code all} */
    @GetMapping
    Page<TaskView> list(
            @RequestParam(defaultValue = "all") String list,
            @RequestParam(required = false) String request,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor,
            Principal user) {
        return desk.page(list, request, limit, cursor, user.getName());
    }

    @GetMapping("/counts")
    Counts counts(Principal user) {
        return desk.counts(user.getName());
    }

    @GetMapping("/{id}")
    TaskForm get(@PathVariable String id) {
        return desk.form(id);
    }

    @PostMapping("/{id}/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void claim(@PathVariable String id, Principal user) {
        desk.claim(id, user.getName());
    }

    @PostMapping("/{id}/unclaim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unclaim(@PathVariable String id) {
        desk.unclaim(id);
    }

    @PostMapping("/{id}/complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(@PathVariable String id, @Valid @RequestBody Submission submission, Principal user) {
        desk.complete(id, submission.variables(), user.getName());
    }
}
