package dev.switchboard.triage;

import dev.switchboard.ai.Answer;
import dev.switchboard.audit.Actor;
import dev.switchboard.process.Round;
import dev.switchboard.process.Vars;
import dev.switchboard.request.Conversation;
import dev.switchboard.request.Message;
import dev.switchboard.request.RequestType;
import dev.switchboard.request.Requests;
import dev.switchboard.request.Urgency;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reads the client's words with all classifiers at once. What a person set before stays. */
@Component("classifyRequestDelegate")
class ClassifyRequestDelegate implements JavaDelegate {

    private final Classifiers classifiers;
    private final Conversation conversation;
    private final Requests requests;

    ClassifyRequestDelegate(Classifiers classifiers, Conversation conversation, Requests requests) {
        this.classifiers = classifiers;
        this.conversation = conversation;
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = execution.getProcessBusinessKey();
        var round = Round.of(execution);
        var words = conversation.clientWords(id).stream().map(Message::body).collect(Collectors.joining("\n"));
        var answers = classifiers.classify(round, id, words);
        answers.forEach((name, answer) -> recordUnavailable(id, round, name, answer));
        var type = answers.get(Classifiers.TYPE);
        requests.classify(
                id,
                round,
                RequestType.of(type.value().value()),
                Urgency.of(answers.get(Classifiers.URGENCY).value().value()),
                answers.get(Classifiers.SENTIMENT).value().value(),
                answers.get(Classifiers.LANGUAGE).value().value(),
                type.value().confidence(),
                type.given() ? Actor.ai(type.author()) : Actor.SYSTEM,
                answers.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> details(entry.getValue()))));
        var request = requests.get(id);
        Vars.REQUEST_TYPE.set(execution, request.type().text());
        Vars.URGENCY.set(execution, request.urgency().text());
        Vars.SENTIMENT.set(execution, request.sentiment());
        Vars.LANGUAGE.set(execution, request.language());
        // A process that somebody started by hand has none
        Vars.TRIAGE_NOTE.set(execution, Vars.TRIAGE_NOTE.get(execution, ""));
        Vars.CONFIDENCE.set(execution, request.typeSetBy() == null ? request.confidence() : 1.0);
    }

    private void recordUnavailable(String id, String round, String name, Answer<Label> answer) {
        if (answer.unavailable() != null) {
            var instead = answer.given() ? answer.model() : "a person";
            requests.recordUnavailable(id, round, "classify_" + name, answer.unavailable(), instead);
        }
    }

    /** The models may differ: where one did not answer, the offline classifier did. */
    private static Map<String, Object> details(Answer<Label> answer) {
        return Map.of(
                "value",
                answer.value().value(),
                "confidence",
                answer.value().confidence(),
                "model",
                answer.given() ? answer.model() : "nobody",
                "promptVersion",
                answer.given() ? answer.version() : "");
    }
}
