package dev.switchboard.process;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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

    private DecisionTableCheck() {}

    static List<String> problems(byte[] file) {
        return SafeXml.attributes(file)
                .map(attributes -> attributes
                        .filter(attribute -> LANGUAGES.contains(attribute.getLocalName()))
                        .filter(attribute -> !FEEL.contains(attribute.getValue()))
                        .map(attribute -> "element %s speaks %s; decision tables speak FEEL alone."
                                .formatted(attribute.getOwnerElement().getAttribute("id"), attribute.getValue())))
                .orElse(Stream.of("this is not an XML file without a document type."))
                .toList();
    }
}
