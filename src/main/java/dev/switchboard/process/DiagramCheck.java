package dev.switchboard.process;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * The first lock: refuses a diagram by which words could leave that nobody approved. It runs wherever the engine parses
 * a diagram, so the folder, the REST API and the Modeler all pass through it, and so does a diagram that was deployed
 * before this check existed, when it is next loaded. The engine answers with all refusals at once.
 */
class DiagramCheck extends AbstractBpmnParseListener {

    private final AllowedBeans beans;

    DiagramCheck(AllowedBeans beans) {
        this.beans = beans;
    }

    @Override
    public void parseRootElement(Element definitions, List<ProcessDefinitionEntity> processes) {
        var refusals = refusals(definitions);
        if (!refusals.isEmpty()) {
            throw new BpmnParseException(
                    refusals.stream().map(Refusal::toString).collect(Collectors.joining("\n* ")), definitions);
        }
    }

    /** Processes that are not executable are checked as well: one tick makes them so. */
    private List<Refusal> refusals(Element definitions) {
        var refusals = new ArrayList<>(BindingCheck.check(definitions, new Values(beans)));
        for (var process : definitions.elements("process")) {
            var graph = FlowGraphBuilder.of(process);
            refusals.addAll(PathCheck.check(graph));
            refusals.addAll(ConcurrencyCheck.check(graph));
        }
        return refusals;
    }
}
