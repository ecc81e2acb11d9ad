package dev.switchboard.process;

import dev.switchboard.system.WorkingTime;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** The decision table routing.dmn, asked outside a process: where a person changes what it was asked with. */
@Component
public class Routing {

    public static final String KEY = "routing";

    private final DecisionService decisions;

    Routing(DecisionService decisions) {
        this.decisions = decisions;
    }

    /** One row's answer. */
    public record Decision(String handling, String candidateGroup, WorkingTime timeToRespond) {

        /** Reads the table's output; {@code timeToRespond} is working time such as {@code PT4H} or {@code P1D}. */
        public static Decision of(Map<String, Object> row) {
            return new Decision(
                    (String) row.get(Vars.HANDLING.name()),
                    (String) row.get(Vars.CANDIDATE_GROUP.name()),
                    WorkingTime.of((String) row.get(Vars.TIME_TO_RESPOND.name())));
        }
    }

    public Decision decide(String type, String urgency, double confidence, boolean knownSender) {
        var result = decisions
                .evaluateDecisionTableByKey(KEY)
                .variables(Map.of(
                        Vars.REQUEST_TYPE.name(), type,
                        Vars.URGENCY.name(), urgency,
                        Vars.CONFIDENCE.name(), confidence,
                        Vars.KNOWN_SENDER.name(), knownSender))
                .evaluate();
        return Decision.of(result.getSingleResult().getEntryMap());
    }
}
