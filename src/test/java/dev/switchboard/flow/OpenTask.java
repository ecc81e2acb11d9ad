package dev.switchboard.flow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Caller;
import dev.switchboard.Caller.Answer;
import dev.switchboard.process.Form;
import dev.switchboard.process.Purpose;
import dev.switchboard.system.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A task that waits for a person, as Tasklist shows and completes it. */
final class OpenTask {

    private final Story story;
    private final Caller person;
    private final JsonNode task;
    private final String user;

    OpenTask(Story story, Caller person, JsonNode task, String user) {
        this.story = story;
        this.person = person;
        this.task = task;
        this.user = user;
    }

    /** What a field of its form shows; a member of a long text by its path. */
    String shows(String field) {
        var path = field.split("\\.");
        var value = person.get(path() + "/variables/" + path[0] + "?deserializeValue=false")
                .expect(200)
                .json()
                .path("value")
                .asText();
        return path.length == 1
                ? value
                : Json.read(value, JsonNode.class).path(path[1]).asText();
    }

    Story completes(String decision) {
        return completes(decision, Map.of());
    }

    /** @param entered by field; a long text as a map of its members; what is not named stays as the form showed it */
    Story completes(String decision, Map<String, Object> entered) {
        var approves = Form.of(task.path("taskDefinitionKey").asText().replace('_', '-'))
                .flatMap(form -> form.approvedBy(decision))
                .orElse(Set.of());
        if (approves.contains(Purpose.CLIENT_MESSAGE)) {
            var words = entered.containsKey("clientMessage") ? entered.get("clientMessage") : shows("clientMessage");
            story.approvedWords(user + ": " + words);
        }
        submits(decision, entered).expect(204);
        return story;
    }

    /** The same, with the answer as it comes. */
    Answer submits(String decision, Map<String, Object> entered) {
        var variables = new HashMap<String, Object>();
        variables.put("decision", variable(decision));
        entered.forEach((field, value) -> variables.put(field, variable(value)));
        return person.post(path() + "/submit-form", Json.write(Map.of("variables", variables)));
    }

    /** The task as the engine's REST API shows it now. */
    JsonNode now() {
        return person.get(path()).expect(200).json();
    }

    boolean exists() {
        return person.get(path()).status() == 200;
    }

    String id() {
        return task.path("id").asText();
    }

    private static Map<String, Object> variable(Object value) {
        return value instanceof Map
                ? Map.of("type", "Json", "value", Json.write(value))
                : Map.of("type", "String", "value", value);
    }

    private String path() {
        return "/engine-rest/task/" + id();
    }
}
