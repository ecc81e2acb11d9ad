package dev.switchboard.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * The key of one pass through a step: request, diagram, step, route, and the last thing a person or the client said. A retried
 * job gets the same key; the pass after another review or reply gets another.
 */
public final class Round {

    private static final String FIRST = "start";

    private Round() {}

    public static String of(DelegateExecution execution) {
        var process = execution.getProcessDefinitionId().split(":")[0];
        return String.join(
                "/",
                execution.getProcessBusinessKey(),
                process,
                execution.getCurrentActivityId(),
                Vars.ROUTE.get(execution, FIRST),
                Vars.APPROVAL_ID.get(execution, FIRST),
                Vars.REPLIED_WITH.get(execution, FIRST));
    }
}
