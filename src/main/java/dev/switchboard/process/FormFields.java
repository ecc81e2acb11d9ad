package dev.switchboard.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.system.Json;
import dev.switchboard.system.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.spin.plugin.variable.SpinValues;

/** The variables that a form may set: a field that is only shown, or that the form does not have, sets nothing. */
final class FormFields {

    private final Set<String> names = new TreeSet<>();

    private FormFields() {}

    static FormFields of(JsonNode schema) {
        var fields = new FormFields();
        fields.collect(schema);
        return fields;
    }

    /**
     * The submitted values as the engine keeps them: an object is a JSON variable, however long its texts are.
     *
     * @throws Problem 400 that names the field which the form does not have
     */
    Map<String, Object> read(Map<String, JsonNode> submitted) {
        var values = new HashMap<String, Object>();
        submitted.forEach((name, value) -> {
            if (!names.contains(name)) {
                throw Problem.badRequest(
                        "\"" + name + "\" is no field of this form; it has " + String.join(", ", names) + ".");
            }
            values.put(name, value(value));
        });
        return values;
    }

    private void collect(JsonNode component) {
        var key = component.path("key").asText();
        if (!key.isEmpty() && !component.path("disabled").asBoolean()) {
            names.add(key.replaceFirst("\\..*", ""));
        }
        component.path("components").forEach(this::collect);
    }

    private static Object value(JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        return value.isContainerNode()
                ? SpinValues.jsonValue(Json.write(value)).create()
                : Json.read(value.toString(), Object.class);
    }
}
