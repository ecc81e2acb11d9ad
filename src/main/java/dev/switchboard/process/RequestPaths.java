package dev.switchboard.process;

import dev.switchboard.process.DiagramsController.ProcessPath;
import dev.switchboard.process.DiagramsController.Visit;
import dev.switchboard.system.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.stereotype.Component;

/** Reads the engine's history as a path through diagrams. */
@Component
class RequestPaths {

    private final HistoryService history;
    private final RuntimeService runtime;
    private final RepositoryService repository;

    RequestPaths(HistoryService history, RuntimeService runtime, RepositoryService repository) {
        this.history = history;
        this.runtime = runtime;
        this.repository = repository;
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

    byte[] xml(String definitionId) {
        try (var xml = repository.getProcessModel(definitionId)) {
            return xml.readAllBytes();
        } catch (NullValueException | NotFoundException unknown) {
            throw Problem.notFound("There is no version " + definitionId + " of any process.");
        } catch (IOException e) {
            throw new UncheckedIOException("the diagram " + definitionId + " cannot be read", e);
        }
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
