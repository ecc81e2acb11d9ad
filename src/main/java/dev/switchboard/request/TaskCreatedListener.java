package dev.switchboard.request;

import dev.switchboard.process.Vars;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Runs when any user task is created, so that its form begins fresh: no decision left over from the task before, which
 * could otherwise be completed with it unseen, and the conversation and consent as they are now.
 */
@Component("taskCreatedListener")
class TaskCreatedListener implements TaskListener {

    private final Requests requests;
    private final Conversation conversation;

    TaskCreatedListener(Requests requests, Conversation conversation) {
        this.requests = requests;
        this.conversation = conversation;
    }

    @Override
    public void notify(DelegateTask task) {
        Vars.DECISION.set(task, "");
        Vars.FEEDBACK.set(task, "");
        requests.find(task.getExecution().getProcessBusinessKey()).ifPresent(request -> {
            Vars.CONVERSATION.set(task, conversation.variable(request.id()));
            Vars.CONSENT_WARNING.set(task, conversation.consentWarning(request));
        });
    }
}
