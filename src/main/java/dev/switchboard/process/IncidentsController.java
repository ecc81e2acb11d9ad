package dev.switchboard.process;

import dev.switchboard.system.Page;
import dev.switchboard.system.Problem;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Steps that failed as often as their diagram allows, and wait for a person to have them tried again. */
@RestController
@RequestMapping("/api/incidents")
class IncidentsController {

    private static final int MOST = 200;

    private final RuntimeService runtime;
    private final HistoryService history;
    private final ManagementService management;
    private final RepositoryService repository;

    IncidentsController(
            RuntimeService runtime,
            HistoryService history,
            ManagementService management,
            RepositoryService repository) {
        this.runtime = runtime;
        this.history = history;
        this.management = management;
        this.repository = repository;
    }

    /** @param reason what the failed step said; {@code subject} the request's or client's id */
    record IncidentView(
            String id, String subject, String process, String element, String step, String reason, Instant at) {}

    @GetMapping
    Page<IncidentView> list() {
        List<IncidentView> found = runtime.createIncidentQuery().listPage(0, MOST).stream()
                // The same fault is an incident of each calling process too
                .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId()))
                .sorted(Comparator.comparing(Incident::getIncidentTimestamp).reversed())
                .map(this::view)
                .toList();
        return new Page<>(found, null);
    }

    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retry(@PathVariable String id) {
        var incident = runtime.createIncidentQuery().incidentId(id).singleResult();
        if (incident == null) {
            throw Problem.conflict("This fault is gone: somebody had the step tried again, or the request ended.");
        }
        if (!Incident.FAILED_JOB_HANDLER_TYPE.equals(incident.getIncidentType())) {
            throw Problem.conflict("This fault is no failed step; look at it in Camunda's Cockpit.");
        }
        management.setJobRetries(incident.getConfiguration(), 1);
    }

    private IncidentView view(Incident incident) {
        var instance = history.createHistoricProcessInstanceQuery()
                .processInstanceId(incident.getProcessInstanceId())
                .singleResult();
        var step = repository
                .getBpmnModelInstance(incident.getProcessDefinitionId())
                .getModelElementById(incident.getActivityId());
        return new IncidentView(
                incident.getId(),
                instance == null ? null : instance.getBusinessKey(),
                instance == null ? null : instance.getProcessDefinitionKey(),
                incident.getActivityId(),
                step instanceof FlowElement element ? element.getName() : incident.getActivityId(),
                incident.getIncidentMessage(),
                incident.getIncidentTimestamp().toInstant());
    }
}
