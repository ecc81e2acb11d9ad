package dev.switchboard.process;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Conditions compare variables and literals and combine the answers; they call nothing, reach into nothing and compute
 * nothing, so that whatever a client's words become, they are never run.
 */
final class ConditionCheck {

    private static final Pattern WHOLE = Pattern.compile("[$#]\\{([^{}]*)}", Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<string>'[^'\\\\]*'|\"[^\"\\\\]*\")|(?<number>\\d+(?:\\.\\d+)?)(?![\\w$])|(?<name>[A-Za-z_][A-Za-z0-9_]*)"
                    + "|(?<operator>==|!=|<=|>=|<|>|&&|\\|\\||!)|(?<open>\\()|(?<close>\\)))\\s*");
    private static final Set<String> OPERATORS =
            Set.of("eq", "ne", "lt", "gt", "le", "ge", "and", "or", "not", "empty");
    private static final Set<String> LITERALS = Set.of("true", "false", "null");

    /** What expressions see besides variables and beans, and words that mean more than a name. */
    static final Set<String> RESERVED = Set.of(
            "execution",
            "task",
            "externalTask",
            "caseExecution",
            "authenticatedUserId",
            "variableContext",
            "instanceof",
            "div",
            "mod");

    private ConditionCheck() {}

    /** What stands in the way, as the end of a sentence; empty when the condition can stay. */
    static Optional<String> problem(String condition, Set<String> beans) {
        var whole = WHOLE.matcher(condition.strip());
        if (!whole.matches()) {
            return Optional.of("it is not one ${…}");
        }
        var token = TOKEN.matcher(whole.group(1));
        var end = whole.group(1).length();
        var at = 0;
        var operandBefore = false;
        while (at < end) {
            if (!token.region(at, end).lookingAt()) {
                return Optional.of("\"" + whole.group(1).substring(at).strip() + "\" is no comparison");
            }
            at = token.end();
            var name = token.group("name");
            if (name != null && (RESERVED.contains(name) || beans.contains(name))) {
                return Optional.of("\"" + name + "\" is no variable");
            }
            var operator = token.group("operator") != null || name != null && OPERATORS.contains(name);
            // A parenthesis after a name would be a call
            if (operandBefore && !operator && token.group("close") == null) {
                return Optional.of("\"" + token.group().strip() + "\" follows a value without an operator");
            }
            operandBefore = !operator && token.group("open") == null;
        }
        return operandBefore ? Optional.empty() : Optional.of("a value is missing at its end");
    }

    static boolean isVariable(String name, Set<String> beans) {
        return !beans.contains(name)
                && !RESERVED.contains(name)
                && !OPERATORS.contains(name)
                && !LITERALS.contains(name);
    }
}
