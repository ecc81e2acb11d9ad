package dev.switchboard.request;

import dev.switchboard.crm.Client;
import dev.switchboard.crm.Clients;
import dev.switchboard.process.ClientRequest;
import dev.switchboard.process.Form;
import dev.switchboard.process.LongText;
import dev.switchboard.process.Purpose;
import dev.switchboard.process.Vars;
import dev.switchboard.request.CannedReplies.Rendered;
import java.util.List;
import java.util.Map;
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
    private final Notes notes;
    private final CannedReplies replies;
    private final Clients clients;

    TaskCreatedListener(
            Requests requests,
            Conversation conversation,
            DraftRounds draftRounds,
            Notes notes,
            CannedReplies replies,
            Clients clients) {
        this.requests = requests;
        this.conversation = conversation;
        this.draftRounds = draftRounds;
        this.notes = notes;
        this.replies = replies;
        this.clients = clients;
    }

    @Override
    public void notify(DelegateTask task) {
        Vars.DECISION.set(task, "");
        Vars.FEEDBACK.set(task, "");
        var subject = task.getExecution().getProcessBusinessKey();
        var phone = Vars.PHONE.get(task);
        if (Client.isId(subject) && phone != null) {
            Vars.CONSENT_WARNING.set(task, conversation.consentWarning(Clients.SMS, phone));
            offer(task, replies.of(clients.sender(Clients.SMS, phone)));
        }
        requests.find(subject).ifPresent(request -> {
            Vars.CONVERSATION.set(task, conversation.variable(request.id()));
            Vars.CONSENT_WARNING.set(task, conversation.consentWarning(request));
            Vars.NOTES.set(task, notes.variable(request.id()));
            offer(task, replies.of(request));
            var unseen = draftRounds.unseen(request.id(), Vars.DRAFT_ROUND.get(task, ""));
            Vars.WORDS_SINCE_DRAFT.set(task, DraftRounds.ids(unseen));
            Vars.DRAFT_WARNING.set(task, DraftRounds.warning(unseen));
            if (task.getTaskDefinitionKey().equals(ClientRequest.TRIAGE_REQUEST)) {
                // The table may have said that the AI handles it, and something else that a person looks first
                requests.setStatus(request.id(), Status.TRIAGE);
            }
        });
    }

    /** What a form's list of canned replies shows: those that can be filled in, each with its words as they would read. */
    private static void offer(DelegateTask task, List<Rendered> replies) {
        var form = Form.of(task.getBpmnModelElementInstance().getCamundaFormRef());
        if (form.isEmpty() || !form.get().purposes().contains(Purpose.CLIENT_MESSAGE)) {
            return;
        }
        Vars.CANNED_REPLY.set(task, "");
        var options = replies.stream()
                .filter(reply -> reply.text() != null)
                .map(reply -> Map.of("label", reply.name(), "value", reply.text()))
                .toList();
        var json = LongText.list(options);
        if (!json.toString().equals(String.valueOf(Vars.CANNED_REPLIES.get(task)))) {
            Vars.CANNED_REPLIES.set(task, json);
        }
    }
}
