package dev.switchboard.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.stereotype.Component;

/** What the engine did for a request or an onboarding, in full, as it can be handed to somebody outside. */
@Component
public class CaseHistory {

    private final CaseInstances instances;
    private final HistoryService history;
    private final RepositoryService repository;
    private final TaskService tasks;

    CaseHistory(CaseInstances instances, HistoryService history, RepositoryService repository, TaskService tasks) {
        this.instances = instances;
        this.history = history;
        this.repository = repository;
        this.tasks = tasks;
    }

    /** One instance of a diagram; {@code diagram} is the name of its file among {@link #files}. */
    public record Instance(
            String id,
            String process,
            int version,
            String diagram,
            String calledBy,
            Instant start,
            Instant end,
            String deleteReason,
            List<Step> steps,
            List<TaskOfPerson> tasks,
            List<Change> variables,
            List<Decision> decisions,
            List<Comment> comments,
            List<Operation> operations) {}

    public record Step(String id, String name, String type, Instant start, Instant end, boolean canceled) {}

    public record TaskOfPerson(
            String id, String definition, String name, String assignee, Instant start, Instant end, String outcome) {}

    /** @param value as it was stored; JSON is a text here, so that its hash can be taken */
    public record Change(String name, String type, Object value, String task, Instant at) {}

    public record Decision(String table, String file, Instant at, Map<String, Object> inputs, List<Output> outputs) {}

    public record Output(String rule, String name, Object value) {}

    public record Comment(String user, String text, Instant at) {}

    public record Operation(
            String user, String type, String on, String task, String property, String from, String to, Instant at) {}

    /** A diagram or a table, byte for byte as it was deployed. */
    public record File(String name, byte[] bytes) {}

    public List<Instance> of(String businessKey) {
        return instances.of(businessKey).stream().map(this::instance).toList();
    }

    /** The very versions of the diagrams and tables that decided; each once. */
    public List<File> files(String businessKey) {
        var files = new LinkedHashMap<String, File>();
        for (var instance : instances.of(businessKey)) {
            add(files, diagram(instance), diagramOf(instance));
            for (var decision : decisions(instance.getId())) {
                add(files, tableFile(decision), tableOf(decision));
            }
        }
        return List.copyOf(files.values());
    }

    /** @param definition null when its deployment was deleted since: then nobody can show it any more */
    private void add(Map<String, File> files, String name, ResourceDefinition definition) {
        if (definition == null || files.containsKey(name)) {
            return;
        }
        try (var stream = repository.getResourceAsStream(definition.getDeploymentId(), definition.getResourceName())) {
            files.put(name, new File(name, stream.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read from its deployment", e);
        }
    }

    private ResourceDefinition diagramOf(HistoricProcessInstance instance) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionId(instance.getProcessDefinitionId())
                .singleResult();
    }

    private ResourceDefinition tableOf(HistoricDecisionInstance decision) {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionId(decision.getDecisionDefinitionId())
                .singleResult();
    }

    private Instance instance(HistoricProcessInstance of) {
        return new Instance(
                of.getId(),
                of.getProcessDefinitionKey(),
                of.getProcessDefinitionVersion(),
                diagram(of),
                of.getSuperProcessInstanceId(),
                at(of.getStartTime()),
                at(of.getEndTime()),
                of.getDeleteReason(),
                steps(of.getId()),
                tasks(of.getId()),
                variables(of.getId()),
                decisions(of.getId()).stream().map(this::decision).toList(),
                tasks.getProcessInstanceComments(of.getId()).stream()
                        .map(c -> new Comment(c.getUserId(), c.getFullMessage(), at(c.getTime())))
                        .toList(),
                operations(of.getId()));
    }

    private List<Step> steps(String instanceId) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instanceId)
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .map(a -> new Step(
                        a.getActivityId(),
                        a.getActivityName(),
                        a.getActivityType(),
                        at(a.getStartTime()),
                        at(a.getEndTime()),
                        a.isCanceled()))
                .toList();
    }

    private List<TaskOfPerson> tasks(String instanceId) {
        return history
                .createHistoricTaskInstanceQuery()
                .processInstanceId(instanceId)
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .list()
                .stream()
                .map(t -> new TaskOfPerson(
                        t.getId(),
                        t.getTaskDefinitionKey(),
                        t.getName(),
                        t.getAssignee(),
                        at(t.getStartTime()),
                        at(t.getEndTime()),
                        t.getDeleteReason()))
                .toList();
    }

    private List<Change> variables(String instanceId) {
        return history
                .createHistoricDetailQuery()
                .processInstanceId(instanceId)
                .variableUpdates()
                .disableCustomObjectDeserialization()
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .map(HistoricVariableUpdate.class::cast)
                .map(v -> new Change(
                        v.getVariableName(), v.getTypeName(), plain(v.getTypedValue()), v.getTaskId(), at(v.getTime())))
                .toList();
    }

    private List<HistoricDecisionInstance> decisions(String instanceId) {
        return history.createHistoricDecisionInstanceQuery()
                .processInstanceId(instanceId)
                .includeInputs()
                .includeOutputs()
                .disableCustomObjectDeserialization()
                .orderByEvaluationTime()
                .asc()
                .list();
    }

    private Decision decision(HistoricDecisionInstance of) {
        var inputs = new LinkedHashMap<String, Object>();
        of.getInputs().forEach(input -> inputs.put(input.getClauseName(), plain(input.getTypedValue())));
        var outputs = new ArrayList<Output>();
        of.getOutputs()
                .forEach(output -> outputs.add(
                        new Output(output.getRuleId(), output.getVariableName(), plain(output.getTypedValue()))));
        return new Decision(of.getDecisionDefinitionKey(), tableFile(of), at(of.getEvaluationTime()), inputs, outputs);
    }

    private List<Operation> operations(String instanceId) {
        return history
                .createUserOperationLogQuery()
                .processInstanceId(instanceId)
                .orderByTimestamp()
                .asc()
                .list()
                .stream()
                .map(o -> new Operation(
                        o.getUserId(),
                        o.getOperationType(),
                        o.getEntityType(),
                        o.getTaskId(),
                        o.getProperty(),
                        o.getOrgValue(),
                        o.getNewValue(),
                        at(o.getTimestamp())))
                .toList();
    }

    private String diagram(HistoricProcessInstance of) {
        return of.getProcessDefinitionKey() + "-v" + of.getProcessDefinitionVersion() + ".bpmn";
    }

    private String tableFile(HistoricDecisionInstance of) {
        var table = tableOf(of);
        return of.getDecisionDefinitionKey() + (table == null ? "" : "-v" + table.getVersion()) + ".dmn";
    }

    private static Object plain(TypedValue value) {
        if (value instanceof SerializableValue serialized) {
            return serialized.getValueSerialized();
        }
        var plain = value == null ? null : value.getValue();
        return plain instanceof Date date ? at(date) : plain;
    }

    private static Instant at(Date date) {
        return date == null ? null : date.toInstant();
    }
}
