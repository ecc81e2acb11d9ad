package dev.switchboard.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** Tasklist's ready-made lists. A user sees in each only the tasks that are his or her groups' to work on. */
@Component
class TaskFilters {

    private static final List<Map<String, String>> COLUMNS = List.of(
            column(Vars.REQUEST_ID, "Request"),
            column(Vars.CLIENT, "Client"),
            column(Vars.REQUEST_TYPE, "Type"),
            column(Vars.URGENCY, "Urgency"));

    private final FilterService filters;
    private final TaskService tasks;
    private final StaffRights rights;

    TaskFilters(FilterService filters, TaskService tasks, StaffRights rights) {
        this.filters = filters;
        this.tasks = tasks;
        this.rights = rights;
    }

    void publish() {
        publish(1, "My tasks", "Claimed by you", tasks().taskAssigneeExpression(QueryExpressions.CURRENT_USER));
        publish(
                2,
                "My groups' tasks",
                "For one of your groups, claimed by nobody",
                tasks().taskCandidateGroupInExpression(QueryExpressions.CURRENT_USER_GROUPS)
                        .taskUnassigned());
        publish(3, "Unassigned", "Claimed by nobody", tasks().taskUnassigned());
        publish(
                4,
                "Overdue",
                "Past the time by which the client should have heard from us",
                tasks().taskMinPriority(Deadlines.OVERDUE_PRIORITY));
    }

    private TaskQuery tasks() {
        return tasks.createTaskQuery();
    }

    private void publish(int position, String name, String description, TaskQuery query) {
        var existing = filters.createTaskFilterQuery().filterName(name).list().stream()
                .filter(filter -> filter.getOwner() == null)
                .findFirst();
        var filter = filters.saveFilter(existing.orElseGet(() -> filters.newTaskFilter(name))
                .setQuery(query)
                .setProperties(Map.of(
                        "description",
                        description,
                        "priority",
                        position,
                        "refresh",
                        true,
                        "showUndefinedVariable",
                        false,
                        "variables",
                        COLUMNS)));
        rights.grantFilter(filter.getId());
    }

    private static Map<String, String> column(Variable<?> variable, String label) {
        return Map.of("name", variable.name(), "label", label);
    }
}
