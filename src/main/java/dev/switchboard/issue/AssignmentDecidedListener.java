package dev.switchboard.issue;

import dev.switchboard.issue.IssueFiling.Assignment;
import dev.switchboard.process.DecisionRow;
import dev.switchboard.process.Vars;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Takes the row that assignment.dmn chose apart into variables; an assignee a reviewer chose stays. */
@Component("assignmentDecidedListener")
class AssignmentDecidedListener implements ExecutionListener {

    private static final String RESULT = "assignment";

    @Override
    public void notify(DelegateExecution execution) {
        var row = DecisionRow.take(execution, RESULT);
        Vars.REPOSITORY.set(execution, text(row, Vars.REPOSITORY.name()));
        Vars.LABELS.set(execution, text(row, Vars.LABELS.name()));
        if (Vars.ASSIGNEE.get(execution, "").isBlank()) {
            Vars.ASSIGNEE.set(execution, text(row, Vars.ASSIGNEE.name()));
        }
    }

    static Assignment assignment(DelegateExecution execution) {
        return new Assignment(
                Vars.REPOSITORY.get(execution, ""), Vars.LABELS.get(execution, ""), Vars.ASSIGNEE.get(execution, ""));
    }

    private static String text(Map<String, Object> row, String name) {
        return Objects.toString(row.get(name), "");
    }
}
