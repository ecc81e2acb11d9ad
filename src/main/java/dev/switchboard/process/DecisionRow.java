package dev.switchboard.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The row that a business rule task's table chose. */
public final class DecisionRow {

    private DecisionRow() {}

    /**
     * Its outputs by name. The variable is taken away: a serialised map would stay in the history for years, and what
     * matters of it becomes variables of their own.
     */
    @SuppressWarnings("unchecked") // the engine's single result of a table is a map of output names to values
    public static Map<String, Object> take(DelegateExecution execution, String resultVariable) {
        var row = (Map<String, Object>) execution.getVariable(resultVariable);
        execution.removeVariable(resultVariable);
        return row;
    }
}
