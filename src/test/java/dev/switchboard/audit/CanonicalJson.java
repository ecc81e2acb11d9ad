package dev.switchboard.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** RFC 8785 written from its text, for what events hold; shares nothing with the program's own. */
final class CanonicalJson {

    private CanonicalJson() {}

    static String of(JsonNode node) {
        if (node.isObject()) {
            var names = new TreeSet<String>();
            node.fieldNames().forEachRemaining(names::add);
            return names.stream()
                    .map(name -> quoted(name) + ":" + of(node.get(name)))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(CanonicalJson::of)
                    .collect(Collectors.joining(",", "[", "]"));
        }
        if (node.isTextual()) {
            return quoted(node.textValue());
        }
        return node.isFloatingPointNumber() ? number(node.doubleValue()) : node.toString();
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (var c : text.toCharArray()) {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\b' -> quoted.append("\\b");
                case '\t' -> quoted.append("\\t");
                case '\n' -> quoted.append("\\n");
                case '\f' -> quoted.append("\\f");
                case '\r' -> quoted.append("\\r");
                default -> quoted.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }

    /** The shortest digits that read back as the same double, without an exponent between 1e-6 and 1e21. */
    private static String number(double value) {
        if (value == 0) {
            return "0";
        }
        var exact = new BigDecimal(value);
        for (var digits = 1; digits <= 17; digits++) {
            var shorter = exact.round(new MathContext(digits));
            if (shorter.doubleValue() == value) {
                return shorter.stripTrailingZeros().toPlainString();
            }
        }
        throw new IllegalStateException("a double has at most 17 digits: " + value);
    }
}
