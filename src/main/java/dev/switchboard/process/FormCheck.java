package dev.switchboard.process;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Whoever completes a form approves words; so a process owner may change our forms, but not hide those words in them. */
final class FormCheck {

    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private static final Set<String> TEXTS = Set.of("textfield", "textarea");

    private FormCheck() {}

    static List<String> problems(byte[] file) {
        var form = read(file);
        if (form.isEmpty()) {
            return List.of("this is no form: it cannot be read as JSON.");
        }
        return Form.of(form.get().path("id").asText()).stream()
                .flatMap(ours -> ours.purposes().stream())
                .flatMap(purpose -> keys(purpose).stream())
                .filter(key -> shown(form.get()).noneMatch(key::equals))
                .sorted()
                .map(key -> ("a form that approves %s must always show it: as a text field or text area with this key,"
                                + " outside of lists and under no condition.")
                        .formatted(key))
                .toList();
    }

    /** The form's id, by which diagrams name it. */
    static Optional<String> id(byte[] file) {
        return read(file).map(form -> form.path("id").asText());
    }

    private static Optional<JsonNode> read(byte[] file) {
        try {
            return Optional.ofNullable(JSON.readTree(file)).filter(JsonNode::isObject);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<String> keys(Purpose purpose) {
        return switch (purpose) {
            case CLIENT_MESSAGE -> List.of(Vars.CLIENT_MESSAGE.name());
            case PRD, SHARED_PRD -> List.of(Vars.PRD.name() + "." + Vars.MARKDOWN);
            case BUG_REPORT ->
                List.of(Vars.BUG_REPORT.name() + "." + Vars.REPORT_TITLE, Vars.BUG_REPORT.name() + "." + Vars.MARKDOWN);
        };
    }

    private static Stream<String> shown(JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false)
                .filter(component -> !component.path("conditional").hasNonNull("hide"))
                .flatMap(component -> {
                    var type = component.path("type").asText();
                    if (TEXTS.contains(type)) {
                        return Stream.of(component.path("key").asText());
                    }
                    // A path would put other values under the same key
                    var plainGroup = type.equals("group")
                            && component.path("path").asText("").isEmpty();
                    return plainGroup ? shown(component) : Stream.of();
                });
    }
}
