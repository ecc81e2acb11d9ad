package dev.switchboard.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.w3c.dom.Element;

/**
 * Decision tables speak FEEL, which computes values and reaches nothing else; other languages run code. Where a table
 * names no language the engine takes FEEL everywhere (unless its legacy FEEL is switched on, which it is not).
 */
final class DecisionTableCheck {

    private static final Set<String> LANGUAGES = Set.of("expressionLanguage", "typeLanguage", "language");
    private static final Set<String> FEEL = Set.of(
            "feel",
            "FEEL",
            "http://www.omg.org/spec/FEEL/20140401",
            "http://www.omg.org/spec/DMN/20180521/FEEL/",
            "https://www.omg.org/spec/DMN/20191111/FEEL/",
            "https://www.omg.org/spec/DMN/20211108/FEEL/",
            "https://www.omg.org/spec/DMN/20230324/FEEL/");

    private static final FeelEngineApi PARSER = FeelEngineBuilder.forJava().build();

    private DecisionTableCheck() {}

    static List<String> problems(byte[] file) {
        return SafeXml.elements(file)
                .map(elements -> elements.flatMap(DecisionTableCheck::problems))
                .orElse(Stream.of(SafeXml.UNREADABLE))
                .toList();
    }

    private static Stream<String> problems(Element element) {
        var other = SafeXml.attributes(element)
                .filter(attribute -> LANGUAGES.contains(attribute.getLocalName()))
                .filter(attribute -> !FEEL.contains(attribute.getValue()))
                .map(attribute -> "element %s speaks %s; decision tables speak FEEL alone."
                        .formatted(element.getAttribute("id"), attribute.getValue()));
        return Stream.concat(other, mistake(element).stream());
    }

    /** A table that cannot be evaluated would stop every request at its first step. */
    private static Optional<String> mistake(Element element) {
        var text = element.getTextContent().strip();
        if (text.isEmpty() || text.equals("-")) {
            return Optional.empty();
        }
        ParseResult result =
                switch (String.valueOf(element.getLocalName())) {
                    case "inputExpression", "outputEntry", "defaultOutputEntry", "literalExpression" ->
                        PARSER.parseExpression(text);
                    case "inputEntry" -> PARSER.parseUnaryTests(text);
                    default -> null;
                };
        return result == null || result.isSuccess()
                ? Optional.empty()
                : Optional.of("element %s is not FEEL: %s"
                        .formatted(element.getAttribute("id"), result.failure().message()));
    }
}
