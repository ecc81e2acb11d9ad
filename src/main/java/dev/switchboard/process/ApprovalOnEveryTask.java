package dev.switchboard.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.listener.DelegateExpressionTaskListener;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Every user task of every diagram records what its completion approved. It is not drawn, so that no process owner can
 * leave it out. It is the last listener of its task: it sees the words as they will leave, and records nothing when an
 * earlier listener refused them.
 */
class ApprovalOnEveryTask extends AbstractBpmnParseListener {

    static final String LISTENER = "approvalListener";

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var expression =
                Context.getProcessEngineConfiguration().getExpressionManager().createExpression("${" + LISTENER + "}");
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addTaskListener(
                        TaskListener.EVENTNAME_COMPLETE, new DelegateExpressionTaskListener(expression, List.of()));
    }
}
