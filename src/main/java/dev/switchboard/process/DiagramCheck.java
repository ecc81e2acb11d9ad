package dev.switchboard.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * The first lock: refuses a diagram by which words could leave that nobody approved. The engine parses every diagram
 * with it, so the folder, the REST API and the Modeler all pass through it, and so does a diagram that was deployed
 * before a rule existed, when it is next loaded. It comes before the engine's own parsing, not after it as a parse
 * listener would, because that already loads classes which a diagram names. Its refusals are parse errors: the REST API
 * answers 400 with all of them.
 */
class DiagramCheck extends BpmnParse {

    private final AllowedBeans beans;

    DiagramCheck(BpmnParser parser, AllowedBeans beans) {
        super(parser);
        this.beans = beans;
    }

    @Override
    protected void parseRootElement() {
        var refusals = refusals(rootElement, beans);
        refusals.forEach(refusal -> addError(refusal.toString(), refusal.element(), refusal.id()));
        if (refusals.isEmpty()) {
            super.parseRootElement();
        }
    }

    /** Processes that are not executable are checked as well: one tick makes them so. */
    static List<Refusal> refusals(Element definitions, AllowedBeans beans) {
        var refusals = new ArrayList<>(BindingCheck.check(definitions, new Values(beans)));
        for (var process : definitions.elements("process")) {
            var graph = FlowGraphBuilder.of(process);
            refusals.addAll(PathCheck.check(graph));
            refusals.addAll(ConcurrencyCheck.check(graph));
        }
        return refusals;
    }
}
