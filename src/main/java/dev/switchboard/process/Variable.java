package dev.switchboard.process;

import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A process variable with its type, so that a misspelt name or a wrong type cannot compile.
 *
 * @param name as the diagrams, forms and decision tables write it
 */
public record Variable<T>(String name, Class<T> type) {

    /** Its value, or null when it is not set. */
    public T get(VariableScope scope) {
        return type.cast(scope.getVariable(name));
    }

    /** Its value, or {@code otherwise} when it is not set. */
    public T get(VariableScope scope, T otherwise) {
        var value = get(scope);
        return value == null ? otherwise : value;
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }
}
