package dev.switchboard.process;

import dev.switchboard.process.DiagramsController.ProcessPath;
import dev.switchboard.process.DiagramsController.Visit;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.stereotype.Component;

/** Reads the engine's history as a path through diagrams. */
@Component
class RequestPaths {

    private final HistoryService history;
    private final RuntimeService runtime;

    RequestPaths(HistoryService history, RuntimeService runtime) {
        this.history = history;
        this.runtime = runtime;
    }

    /** The processes of a business key, the oldest first. */
    List<ProcessPath> of(String businessKey) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream()
                .map(this::path)
                .toList();
    }

    private ProcessPath path(HistoricProcessInstance instance) {
        var incidents = runtime.createIncidentQuery().processInstanceId(instance.getId()).list().stream()
                .map(Incident::getActivityId)
                .collect(Collectors.toSet());
        var visits = history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .map(activity -> visit(activity, incidents))
                .toList();
        return new ProcessPath(
                instance.getId(),
                instance.getProcessDefinitionId(),
                instance.getProcessDefinitionKey(),
                instance.getProcessDefinitionName(),
                instance.getProcessDefinitionVersion(),
                instant(instance.getStartTime()),
                instant(instance.getEndTime()),
                visits);
    }

    private static Visit visit(HistoricActivityInstance activity, Set<String> incidents) {
        return new Visit(
                activity.getActivityId(),
                activity.getActivityName(),
                activity.getActivityType(),
                state(activity, incidents),
                activity.getAssignee(),
                instant(activity.getStartTime()),
                instant(activity.getEndTime()),
                activity.getCalledProcessInstanceId());
    }

    private static String state(HistoricActivityInstance activity, Set<String> incidents) {
        if (activity.isCanceled()) {
            return "canceled";
        }
        if (activity.getEndTime() != null) {
            return "done";
        }
        return incidents.contains(activity.getActivityId()) ? "incident" : "active";
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
