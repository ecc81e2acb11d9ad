package dev.switchboard.process;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/** All instances, past and present, that ran for a business key, and whatever they called. */
@Component
class CaseInstances {

    private final HistoryService history;

    CaseInstances(HistoryService history) {
        this.history = history;
    }

    /** In the order in which they began. */
    List<HistoricProcessInstance> of(String businessKey) {
        var found = new TreeMap<String, HistoricProcessInstance>();
        for (var named : history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .list()) {
            found.put(named.getId(), named);
            // A diagram of a process owner's may call another without handing its key on
            history
                    .createHistoricProcessInstanceQuery()
                    .rootProcessInstanceId(named.getRootProcessInstanceId())
                    .list()
                    .stream()
                    .filter(called -> called.getBusinessKey() == null)
                    .forEach(called -> found.put(called.getId(), called));
        }
        return found.values().stream()
                .sorted(Comparator.comparing(HistoricProcessInstance::getStartTime))
                .toList();
    }
}
