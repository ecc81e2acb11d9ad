package dev.switchboard.sharing;

import dev.switchboard.process.Vars;
import dev.switchboard.request.Conversation;
import dev.switchboard.request.Messages;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** The client replied to a shared page: the reviewer reads the answer beside the words it is about. */
@Component("clientAnsweredListener")
class ClientAnsweredListener implements ExecutionListener {

    private final Messages messages;
    private final Conversation conversation;

    ClientAnsweredListener(Messages messages, Conversation conversation) {
        this.messages = messages;
        this.conversation = conversation;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var answer = messages.get(Vars.REPLIED_WITH.get(execution));
        Vars.SHARING.set(execution, Map.of(Vars.TEXT, "The client answered:\n\n" + conversation.line(answer)));
    }
}
