package dev.switchboard.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * A deployment is code execution unless a diagram can name nothing but our delegates, our forms, decision tables,
 * processes and comparisons of variables. Every element, attribute and text is looked at, known to the engine or not.
 */
final class BindingCheck {

    private static final Map<String, String> HINTS = Map.of(
            "script", "scripts do not run here",
            "scriptTask", "scripts do not run here",
            "class", "classes cannot be named; use a delegate expression like ${draftAnswerDelegate}",
            "expression", "expressions cannot be called; use a delegate expression like ${draftAnswerDelegate}",
            "connector", "connectors do not run here; use a delegate of Switchboard",
            "type", "external tasks and built-in mail or shell tasks do not run here; use a delegate of Switchboard",
            "topic", "external tasks do not run here; use a delegate of Switchboard",
            "formKey", "bind the form by its id (Camunda Forms, form reference)",
            "formField", "fields belong in one of Switchboard's forms",
            "caseRef", "cases do not run here");
    private static final Set<String> DRAWING = Set.of("http://www.omg.org/spec/BPMN/20100524/DI:BPMNDiagram");

    private final Values values;
    private final List<Refusal> refusals = new ArrayList<>();

    private BindingCheck(Values values) {
        this.values = values;
    }

    static List<Refusal> check(Element definitions, Values values) {
        var check = new BindingCheck(values);
        check.walk(definitions, null, new Place("-", "-", definitions));
        return check.refusals;
    }

    private record Place(String process, String id, Element element) {

        Place of(Element element) {
            // What Camunda adds to an element is found by that element
            var id = Xml.name(element).startsWith("bpmn:") ? element.attribute("id") : null;
            return new Place(element.getTagName().equals("process") ? id : process, id == null ? this.id : id, element);
        }
    }

    private void walk(Element element, Element parent, Place outer) {
        var place = outer.of(element);
        var name = Xml.name(element);
        if (DRAWING.contains(name)) {
            return; // shapes and lines; the engine reads numbers there
        }
        if (!isAllowed(name, element, parent)) {
            refuse(place, name + " cannot be part of a diagram" + hint(element.getTagName()));
            return; // once is enough for all it holds
        }
        for (var attribute : Xml.attributes(element)) {
            if (isAllowed(attribute, element)) {
                values.problem(element, attribute).ifPresent(problem -> refuse(place, problem));
            } else {
                refuse(
                        place,
                        "%s on %s cannot be used".formatted(attribute.qualified(), name) + hint(attribute.name()));
            }
        }
        values.problem(element).forEach(problem -> refuse(place, problem));
        element.elements().forEach(child -> walk(child, element, place));
    }

    private static boolean isAllowed(String name, Element element, Element parent) {
        var inCamunda = parent != null && Xml.name(parent).startsWith("camunda:");
        return name.startsWith("camunda:")
                ? parent != null && Vocabulary.allows(Vocabulary.CAMUNDA, element.getTagName(), parent.getTagName())
                : name.startsWith("bpmn:") && !inCamunda && Vocabulary.BPMN.contains(element.getTagName());
    }

    private static boolean isAllowed(Xml.Attribute attribute, Element element) {
        var tag = element.getTagName();
        if (Xml.name(element).startsWith("camunda:")) {
            return attribute.space().equals("bpmn")
                    && Vocabulary.OWN_ATTRIBUTES.getOrDefault(tag, Set.of()).contains(attribute.name());
        }
        return switch (attribute.space()) {
            case "bpmn" -> Vocabulary.BPMN_ATTRIBUTES.contains(attribute.name());
            case "camunda" -> Vocabulary.allows(Vocabulary.CAMUNDA_ATTRIBUTES, attribute.name(), tag);
            // The engine looks at nobody else's attributes: colours, the Modeler's notes
            default -> true;
        };
    }

    private void refuse(Place place, String problem) {
        refusals.add(new Refusal(place.process, place.id, place.element, problem + "."));
    }

    private static String hint(String name) {
        return HINTS.containsKey(name) ? ": " + HINTS.get(name) : "";
    }
}
