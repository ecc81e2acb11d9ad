package dev.switchboard.process;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.task.listener.DelegateExpressionTaskListener;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Every user task of every diagram begins with a fresh form, says who took it, knows whether it is overdue, and records
 * what its completion approved. These listeners
 * are not drawn, so that no process owner can leave them out. The approval is the last listener of its task: it sees the
 * words as they will leave, and records nothing when an earlier listener refused them.
 */
class ListenersOnEveryTask extends AbstractBpmnParseListener {

    /** Their names: drawn in a diagram they would run twice. */
    static final Set<String> NAMES =
            Set.of("taskCreatedListener", "taskAssignedListener", "taskDueListener", "approvalListener");

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        add(task, TaskListener.EVENTNAME_CREATE, "${taskCreatedListener}");
        add(task, TaskListener.EVENTNAME_ASSIGNMENT, "${taskAssignedListener}");
        add(task, TaskListener.EVENTNAME_CREATE, "${taskDueListener}");
        add(task, TaskListener.EVENTNAME_COMPLETE, "${approvalListener}");
    }

    private static void add(TaskDefinition task, String event, String bean) {
        var expression =
                Context.getProcessEngineConfiguration().getExpressionManager().createExpression(bean);
        task.addTaskListener(event, new DelegateExpressionTaskListener(expression, List.of()));
    }
}
