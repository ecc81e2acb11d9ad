package dev.switchboard.process;

import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Questions about an element of a diagram that decide which ways lead into and out of it. */
final class Bpmn {

    private static final Set<String> SCOPES = Set.of("subProcess", "transaction", "adHocSubProcess");

    private Bpmn() {}

    static boolean isScope(Element element) {
        return SCOPES.contains(element.getTagName());
    }

    static boolean isFlowNode(Element element) {
        var tag = element.getTagName();
        return Stream.of("Task", "task", "Event", "Gateway", "callActivity").anyMatch(tag::endsWith);
    }

    static boolean isEventSubProcess(Element element) {
        return isScope(element) && isTrue(element.attribute("triggeredByEvent"));
    }

    static boolean isCompensationSubProcess(Element element) {
        return isEventSubProcess(element)
                && element.elements("startEvent").stream().anyMatch(e -> Xml.has(e, "compensateEventDefinition"));
    }

    /** An event sub-process or boundary event that ends what it belongs to. */
    static boolean interrupts(Element element) {
        return isEventSubProcess(element)
                ? element.elements("startEvent").stream().noneMatch(e -> isFalse(e.attribute("isInterrupting")))
                : !isFalse(element.attribute("cancelActivity"));
    }

    static boolean isForCompensation(Element element) {
        return isTrue(element.attribute("isForCompensation"));
    }

    static boolean isCompensationBoundary(Element element) {
        return element.getTagName().equals("boundaryEvent") && Xml.has(element, "compensateEventDefinition");
    }

    /** Runs the compensation handlers before it goes on. */
    static boolean compensates(Element element) {
        return Set.of("intermediateThrowEvent", "endEvent").contains(element.getTagName())
                && (Xml.has(element, "compensateEventDefinition") || Xml.has(element, "cancelEventDefinition"));
    }

    static boolean isMultiInstance(Element element) {
        return Xml.has(element, "multiInstanceLoopCharacteristics");
    }

    static boolean isParallelMultiInstance(Element element) {
        return element.elements("multiInstanceLoopCharacteristics").stream()
                .anyMatch(loop -> !isTrue(loop.attribute("isSequential")));
    }

    /** The name a link event jumps to or is jumped to by; null for every other element. */
    static String link(Element element) {
        return element.elements("linkEventDefinition").stream()
                .map(definition -> definition.attribute("name"))
                .filter(name -> name != null)
                .findFirst()
                .orElse(null);
    }

    /** Whether an error or cancel end event leaves {@code scope} by a boundary event instead of its own way out. */
    static boolean isCaughtAt(Element end, Element scope, Stream<Element> boundaries) {
        return boundaries
                .filter(boundary -> Xml.id(scope).equals(boundary.attribute("attachedToRef")))
                .anyMatch(boundary -> catches(boundary, end, "errorEventDefinition")
                        || catches(boundary, end, "cancelEventDefinition"));
    }

    private static boolean catches(Element boundary, Element end, String definition) {
        if (!Xml.has(boundary, definition) || !Xml.has(end, definition)) {
            return false;
        }
        var caught = boundary.elements(definition).get(0).attribute("errorRef");
        return caught == null || caught.equals(end.elements(definition).get(0).attribute("errorRef"));
    }

    private static boolean isTrue(String value) {
        return "true".equals(value) || "1".equals(value);
    }

    private static boolean isFalse(String value) {
        return "false".equals(value) || "0".equals(value);
    }
}
