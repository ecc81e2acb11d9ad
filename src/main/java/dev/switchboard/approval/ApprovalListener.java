package dev.switchboard.approval;

import dev.switchboard.process.ApprovedWords;
import dev.switchboard.process.Form;
import dev.switchboard.process.Purpose;
import dev.switchboard.process.RejectedInput;
import dev.switchboard.process.SignedIn;
import dev.switchboard.process.Vars;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Runs when any user task is completed: checks what the person entered and records what it approved. */
@Component("approvalListener")
class ApprovalListener implements TaskListener {

    /** Twilio refuses longer bodies (error 21617); cutting or splitting a text would change what was approved. */
    private static final int LONGEST_TEXT = 1_600;

    /** A longer String variable fails at the engine's database. */
    private static final int LONGEST_FEEDBACK = 4_000;

    private final Approvals approvals;

    ApprovalListener(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void notify(DelegateTask task) {
        var user = SignedIn.at(task)
                .orElseThrow(() -> new RejectedInput("Nobody is signed in: a task is completed by a person."));
        var form = Form.of(task.getBpmnModelElementInstance().getCamundaFormRef())
                .orElseThrow(() -> new RejectedInput("\"" + task.getName() + "\" has no form of Switchboard."));
        var decision = Vars.DECISION.get(task);
        var purposes = form.approvedBy(decision)
                .orElseThrow(() -> new RejectedInput("Choose a decision: one of "
                        + String.join(", ", form.outcomes().stream().sorted().toList()) + "."));
        if (Vars.FEEDBACK.get(task, "").length() > LONGEST_FEEDBACK) {
            throw new RejectedInput("The feedback has more than 4,000 characters; shorten it.");
        }
        approvals.record(
                task.getId(),
                task.getExecution().getProcessBusinessKey(),
                decision,
                words(task, purposes),
                user,
                Vars.DRAFTED_BY.get(task),
                purposes.isEmpty() ? List.of() : notInDraft(task));
        Vars.APPROVAL_ID.set(task, task.getId());
        Vars.REVIEWER.set(task, user);
    }

    private static List<String> notInDraft(DelegateTask task) {
        return Stream.of(Vars.WORDS_SINCE_DRAFT.get(task, "").split(", "))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private static Map<Purpose, String> words(DelegateTask task, Set<Purpose> purposes) {
        var words = new EnumMap<Purpose, String>(Purpose.class);
        for (var purpose : purposes) {
            words.put(purpose, ApprovedWords.read(task, purpose));
        }
        words.forEach((purpose, text) -> {
            if (text.isBlank()) {
                throw new RejectedInput(
                        "There are no words to approve: the " + purpose.text().replace('_', ' ') + " is empty.");
            }
        });
        var message = words.getOrDefault(Purpose.CLIENT_MESSAGE, "");
        if (message.length() > LONGEST_TEXT) {
            throw new RejectedInput("The message to the client has " + message.length()
                    + " characters; a text can have at most 1,600. Nothing is cut or split: shorten it.");
        }
        return words;
    }
}
