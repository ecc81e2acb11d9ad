package dev.switchboard.process;

import dev.switchboard.process.ProcessesController.ElementLoad;
import dev.switchboard.process.ProcessesController.Process;
import dev.switchboard.process.ProcessesController.Version;
import dev.switchboard.system.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** The deployed versions of each process and how busy their elements are, as far as the signed-in user may see. */
@Component
class Definitions {

    /** The newest visits of an element's process: enough for an average, whatever the history holds. */
    private static final int VISITS_READ = 5_000;

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final HistoryService history;

    Definitions(RepositoryService repository, RuntimeService runtime, HistoryService history) {
        this.repository = repository;
        this.runtime = runtime;
        this.history = history;
    }

    List<Process> all() {
        var byKey = repository.createProcessDefinitionQuery().list().stream()
                .collect(Collectors.groupingBy(ProcessDefinition::getKey, LinkedHashMap::new, Collectors.toList()));
        return byKey.values().stream()
                .map(this::process)
                .sorted(Comparator.comparing(Process::key))
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

    List<ElementLoad> load(String definitionId) {
        var visits = history
                .createHistoricActivityInstanceQuery()
                .processDefinitionId(definitionId)
                .orderByHistoricActivityInstanceStartTime()
                .desc()
                .listPage(0, VISITS_READ)
                .stream()
                .collect(Collectors.groupingBy(HistoricActivityInstance::getActivityId));
        return visits.entrySet().stream()
                .map(Definitions::load)
                .sorted(Comparator.comparing(ElementLoad::element))
                .toList();
    }

    private static ElementLoad load(Map.Entry<String, List<HistoricActivityInstance>> element) {
        var visits = element.getValue();
        var here = visits.stream().filter(visit -> visit.getEndTime() == null).toList();
        var left = visits.stream()
                .filter(visit -> visit.getDurationInMillis() != null)
                .mapToLong(HistoricActivityInstance::getDurationInMillis)
                .average();
        return new ElementLoad(
                element.getKey(),
                visits.get(0).getActivityName(),
                here.size(),
                visits.size() - here.size(),
                here.stream()
                        .map(visit -> visit.getStartTime().toInstant())
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                left.isPresent() ? Math.round(left.getAsDouble()) : null);
    }

    private Process process(List<ProcessDefinition> definitions) {
        var versions = definitions.stream()
                .sorted(Comparator.comparing(ProcessDefinition::getVersion).reversed())
                .map(this::version)
                .toList();
        var newest = definitions.stream()
                .max(Comparator.comparing(ProcessDefinition::getVersion))
                .orElseThrow();
        var incidents = runtime.createIncidentQuery()
                .processDefinitionKeyIn(newest.getKey())
                .count();
        return new Process(newest.getKey(), newest.getName(), versions, incidents);
    }

    private Version version(ProcessDefinition definition) {
        var deployment = repository
                .createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult();
        return new Version(
                definition.getId(),
                definition.getVersion(),
                deployment == null ? null : deployment.getDeploymentTime().toInstant(),
                runtime.createProcessInstanceQuery()
                        .processDefinitionId(definition.getId())
                        .count());
    }
}
