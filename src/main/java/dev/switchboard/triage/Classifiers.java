package dev.switchboard.triage;

import dev.switchboard.ai.Answer;
import dev.switchboard.ai.ModelGateway;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The classifiers that read a text. A further one is a definition in this list, a prompt and a head, not a new mechanism. */
@Component
class Classifiers {

    static final String TYPE = "type";
    static final String URGENCY = "urgency";
    static final String SENTIMENT = "sentiment";
    static final String LANGUAGE = "language";

    static final List<Classifier> ALL = List.of(
            new Classifier(TYPE, "classify_type-1", List.of("feature", "bug", "question", "other"), "other"),
            new Classifier(URGENCY, "classify_urgency-1", List.of("low", "normal", "high", "critical"), "normal"),
            new Classifier(SENTIMENT, "classify_sentiment-1", List.of("negative", "neutral", "positive"), "neutral"),
            new Classifier(LANGUAGE, "classify_language-1", List.of(), LanguageGuess.DEFAULT));

    private final ModelGateway models;
    private final OfflineClassifier offline;

    Classifiers(ModelGateway models, OfflineClassifier offline) {
        this.models = models;
        this.offline = offline;
    }

    /** All classifiers at once, within this call; by classifier name. */
    Map<String, Answer<Label>> classify(String key, String requestId, String words) {
        var skills = ALL.stream().map(classifier -> classifier.skill(offline)).toList();
        var answers = models.askTogether(skills, key, requestId, words);
        var byName = new LinkedHashMap<String, Answer<Label>>();
        for (int i = 0; i < ALL.size(); i++) {
            byName.put(ALL.get(i).name(), answers.get(i));
        }
        return byName;
    }
}
