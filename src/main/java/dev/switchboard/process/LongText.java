package dev.switchboard.process;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.switchboard.system.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.spin.plugin.variable.SpinValues;

/**
 * Texts of any length. A {@code String} variable over 4,000 characters fails at the engine's database, so long texts
 * are members of a JSON variable; forms reach them by path ({@code prd.markdown}).
 *
 * @param name of the JSON variable
 */
public record LongText(String name) {

    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    /** One member's text; empty when the variable or the member is missing. */
    public String get(VariableScope scope, String member) {
        var value = members(scope.getVariable(name)).get(member);
        return value == null ? "" : value.toString();
    }

    public void set(VariableScope scope, Map<String, String> members) {
        scope.setVariable(name, value(members));
    }

    /** The members as the engine's JSON value, for a process that is about to start. */
    public static Object value(Map<String, String> members) {
        return SpinValues.jsonValue(Json.write(new LinkedHashMap<>(members))).create();
    }

    /** A list as the engine's JSON value. */
    public static Object list(List<?> items) {
        return SpinValues.jsonValue(Json.write(items)).create();
    }

    /** Whether a value of this variable has these members already. */
    boolean holds(Object value, Map<String, String> members) {
        return members(value).equals(members);
    }

    /** REST clients may send JSON, an object or JSON in a string; all mean the same. */
    private static Map<String, Object> members(Object value) {
        if (value == null) {
            return Map.of();
        }
        var json = value instanceof Map<?, ?> map ? Json.write(map) : value.toString();
        return Json.read(json, MEMBERS);
    }
}
