package dev.switchboard.request;

import dev.switchboard.process.SignedIn;
import dev.switchboard.process.Vars;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** What a person said in triage of words that seem to be about an earlier request: they go on with it, or are new. */
@Component("continuationDecidedListener")
class ContinuationDecidedListener implements TaskListener {

    private static final String EARLIER = "earlier";

    private final EarlierRequests earlierRequests;
    private final Conversation conversation;

    ContinuationDecidedListener(EarlierRequests earlierRequests, Conversation conversation) {
        this.earlierRequests = earlierRequests;
        this.conversation = conversation;
    }

    @Override
    public void notify(DelegateTask task) {
        var user = SignedIn.at(task);
        if (user.isEmpty() || !EARLIER.equals(Vars.CONTINUES.get(task))) {
            return;
        }
        var id = task.getExecution().getProcessBusinessKey();
        if ("proceed".equals(Vars.DECISION.get(task))) {
            earlierRequests.goesOn(id, user.get());
            Vars.CONVERSATION.set(task, conversation.variable(id));
        } else if ("close".equals(Vars.DECISION.get(task))) {
            earlierRequests.append(id, user.get());
        }
    }
}
