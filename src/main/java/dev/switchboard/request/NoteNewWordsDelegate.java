package dev.switchboard.request;

import dev.switchboard.process.Vars;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Shows the client's newest words to whoever works on the request. */
@Component("noteNewWordsDelegate")
class NoteNewWordsDelegate implements JavaDelegate {

    private final NewWords newWords;

    NoteNewWordsDelegate(NewWords newWords) {
        this.newWords = newWords;
    }

    @Override
    public void execute(DelegateExecution execution) {
        newWords.show(execution.getProcessBusinessKey(), Vars.NEW_WORDS.get(execution, ""));
    }
}
