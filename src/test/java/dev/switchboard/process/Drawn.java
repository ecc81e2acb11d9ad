package dev.switchboard.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What lies in {@code processes/} and {@code forms/}, as the engine's own model readers see it. */
final class Drawn {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("(?<![.\\w])[a-zA-Z]\\w*");

    private Drawn() {}

    static List<BpmnModelInstance> diagrams() {
        return files("processes", ".bpmn").stream()
                .map(file -> Bpmn.readModelFromFile(file.toFile()))
                .toList();
    }

    static List<DmnModelInstance> tables() {
        return files("processes", ".dmn").stream()
                .map(file -> Dmn.readModelFromFile(file.toFile()))
                .toList();
    }

    static List<JsonNode> forms() {
        return files("forms", ".form").stream().map(Drawn::json).toList();
    }

    static <T extends ModelElementInstance> List<T> all(Class<T> type) {
        return Stream.<ModelInstance>concat(diagrams().stream(), tables().stream())
                .filter(model -> model.getModel().getType(type) != null)
                .flatMap(model -> model.getModelElementsByType(type).stream())
                .toList();
    }

    /** The attributes of this name, wherever they stand. */
    static List<String> attributes(String name) {
        var found = new ArrayList<String>();
        var attribute = Pattern.compile("\\b" + name + "=\"([^\"]*)\"");
        for (var file : files("processes", ".bpmn")) {
            attribute.matcher(read(file)).results().forEach(match -> found.add(match.group(1)));
        }
        return found;
    }

    /** The names that the diagrams' expressions use, beans and variables alike. */
    static List<String> namesInExpressions() {
        return files("processes", ".bpmn").stream()
                .flatMap(file -> EXPRESSION.matcher(read(file)).results())
                .flatMap(expression -> names(expression.group(1)))
                .distinct()
                .toList();
    }

    /** The fields of a form, those in groups too. */
    static List<JsonNode> fields(JsonNode form) {
        var fields = new ArrayList<JsonNode>();
        for (var field : form.path("components")) {
            fields.add(field);
            fields.addAll(fields(field));
        }
        return fields;
    }

    /** Bare names in an expression, without what is quoted and without the members behind a dot. */
    static Stream<String> names(String expression) {
        return NAME.matcher(QUOTED.matcher(expression).replaceAll(" "))
                .results()
                .map(match -> match.group());
    }

    /** What a text view computes. */
    static List<String> templates(String text) {
        return TEMPLATE.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static Collection<Path> files(String folder, String ending) {
        try (var files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Path file) {
        try {
            var form = JSON.readTree(file.toFile());
            if (!file.getFileName().toString().equals(form.path("id").asText() + ".form")) {
                throw new AssertionError(file + " has the id " + form.path("id"));
            }
            return form;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
