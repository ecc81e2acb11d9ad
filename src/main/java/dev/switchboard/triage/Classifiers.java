package dev.switchboard.triage;

import dev.switchboard.ai.Answer;
import dev.switchboard.ai.ModelGateway;
import dev.switchboard.ai.Skill;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The classifiers that read a text. A further one is a definition in this list and a head, not a new mechanism. */
@Component
class Classifiers {

    static final String TYPE = "type";
    static final String URGENCY = "urgency";
    static final String SENTIMENT = "sentiment";
    static final String LANGUAGE = "language";

    private static final List<String> NAMES = List.of(TYPE, URGENCY, SENTIMENT, LANGUAGE);

    private final ModelGateway models;
    private final OfflineClassifier offline;

    Classifiers(ModelGateway models, OfflineClassifier offline) {
        this.models = models;
        this.offline = offline;
    }

    /** All classifiers at once, within this call; by classifier name. */
    Map<String, Answer<Label>> classify(String key, String requestId, String words) {
        var version = offline.version();
        var skills = NAMES.stream()
                .map(name -> new Skill<String, Label>(
                        "classify_" + name,
                        version,
                        "offline classifier",
                        Label.class,
                        text -> offline.classify(name, text)))
                .toList();
        var answers = models.askTogether(skills, key, requestId, words);
        var byName = new LinkedHashMap<String, Answer<Label>>();
        for (int i = 0; i < NAMES.size(); i++) {
            byName.put(NAMES.get(i), answers.get(i));
        }
        return byName;
    }
}
