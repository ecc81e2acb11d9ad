package dev.switchboard.request;

import dev.switchboard.crm.Client;
import dev.switchboard.crm.Clients;
import dev.switchboard.process.ClientRequest;
import dev.switchboard.process.Vars;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Runs when any user task is created, so that its form begins fresh: no decision left over from the task before, which
 * could otherwise be completed with it unseen, and the conversation, consent and what the draft does not know as they are
 * now.
 */
@Component("taskCreatedListener")
class TaskCreatedListener implements TaskListener {

    private final Requests requests;
    private final Conversation conversation;
    private final DraftRounds draftRounds;

    TaskCreatedListener(Requests requests, Conversation conversation, DraftRounds draftRounds) {
        this.requests = requests;
        this.conversation = conversation;
        this.draftRounds = draftRounds;
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
            var unseen = draftRounds.unseen(request.id(), Vars.DRAFT_ROUND.get(task, ""));
            Vars.WORDS_SINCE_DRAFT.set(task, DraftRounds.ids(unseen));
            Vars.DRAFT_WARNING.set(task, DraftRounds.warning(unseen));
            if (task.getTaskDefinitionKey().equals(ClientRequest.TRIAGE_REQUEST)) {
                // The table may have said that the AI handles it, and something else that a person looks first
                requests.setStatus(request.id(), Status.TRIAGE);
            }
        });
    }
}
