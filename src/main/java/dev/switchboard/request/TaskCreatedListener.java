package dev.switchboard.request;

import dev.switchboard.crm.Client;
import dev.switchboard.crm.Clients;
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
        var subject = task.getExecution().getProcessBusinessKey();
        var phone = Vars.PHONE.get(task);
        if (Client.isId(subject) && phone != null) {
            Vars.CONSENT_WARNING.set(task, conversation.consentWarning(Clients.SMS, phone));
        }
        requests.find(subject).ifPresent(request -> {
            Vars.CONVERSATION.set(task, conversation.variable(request.id()));
            Vars.CONSENT_WARNING.set(task, conversation.consentWarning(request));
        });
    }
}
