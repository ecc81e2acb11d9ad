package dev.switchboard.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The paths of one diagram; when its tests have run, every sequence flow of it must have been taken. */
final class Paths implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String process;

    Paths(String process) {
        this.process = process;
    }

    /** What another class's tests took does not count. */
    @Override
    public void beforeAll(ExtensionContext test) {
        PathEngine.TAKEN.clear();
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        BpmnAwareTests.init(PathEngine.ENGINE);
        PathEngine.resetStubs();
    }

    /** What a delegate does on this path; the others do nothing. */
    void stub(String bean, JavaDelegate behaviour) {
        PathEngine.STUBS.put(bean, behaviour);
    }

    Walk start(Map<String, Object> variables) {
        var all = new HashMap<String, Object>(
                Map.of("dueAt", new java.util.Date(), "service", "", "clientId", "C-1", "triageNote", ""));
        all.putAll(variables);
        var key = "R-" + NUMBER.incrementAndGet();
        return new Walk(
                PathEngine.ENGINE, PathEngine.ENGINE.getRuntimeService().startProcessInstanceByKey(process, key, all));
    }

    @Override
    public void afterAll(ExtensionContext test) {
        var repository = PathEngine.ENGINE.getRepositoryService();
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .singleResult();
        var drawn =
                repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(SequenceFlow.class).stream()
                        // The engine goes from the gateway to the event that happened and takes no flow
                        .filter(flow -> !(flow.getSource() instanceof EventBasedGateway))
                        .map(SequenceFlow::getId);
        assertThat(drawn.filter(flow -> !PathEngine.TAKEN.contains(process + ":" + flow)))
                .as("sequence flows of %s that no path takes", process)
                .isEmpty();
    }
}
