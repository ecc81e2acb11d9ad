package dev.switchboard.process;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.springframework.stereotype.Component;

/** Takes everything away that the engine holds of a request or an onboarding: what runs, and the history of it. */
@Component
public class CaseErasure {

    private static final String REASON = "client erased";

    private final CaseInstances instances;
    private final RuntimeService runtime;
    private final HistoryService history;

    CaseErasure(CaseInstances instances, RuntimeService runtime, HistoryService history) {
        this.instances = instances;
        this.runtime = runtime;
        this.history = history;
    }

    /**
     * Nothing is sent, told or recorded on the way: what runs is ended without its listeners. Done again, it finds
     * nothing and changes nothing.
     *
     * @throws RuntimeException when a step that is under way was faster: call it again
     */
    public void erase(Collection<String> businessKeys) {
        for (var key : businessKeys) {
            end(key);
            for (var instance : instances.of(key)) {
                eraseDecisions(instance.getId());
                history.deleteHistoricProcessInstancesIfExists(List.of(instance.getId()));
            }
        }
    }

    /** What was called ends with what called it. */
    private void end(String businessKey) {
        for (var instance : instances.of(businessKey)) {
            if (instance.getEndTime() == null && instance.getSuperProcessInstanceId() == null) {
                runtime.deleteProcessInstanceIfExists(instance.getId(), REASON, true, true, true, false);
            }
        }
    }

    private void eraseDecisions(String instanceId) {
        var ids = history.createHistoricDecisionInstanceQuery().processInstanceId(instanceId).list().stream()
                .map(HistoricDecisionInstance::getId)
                .toList();
        if (!ids.isEmpty()) {
            history.deleteHistoricDecisionInstancesBulk(ids);
        }
    }
}
