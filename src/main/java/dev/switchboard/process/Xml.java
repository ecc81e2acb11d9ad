package dev.switchboard.process;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** How the checks read a diagram: by the engine's own XML elements, so that both see the same. */
final class Xml {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String NONE = "";

    private Xml() {}

    /** An attribute; {@code space} is "bpmn" for unqualified ones, "camunda", or the namespace itself. */
    record Attribute(String space, String name, String value) {

        String qualified() {
            return space.equals("bpmn") ? name : space + ":" + name;
        }
    }

    static String id(Element element) {
        var id = element.attribute("id");
        return id == null ? "<" + element.getTagName() + ">" : id;
    }

    static String camunda(Element element, String name) {
        return element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, name);
    }

    /** {@code bpmn:userTask}, {@code camunda:in}: whatever prefixes the file uses. */
    static String name(Element element) {
        return space(element.getUri() == null ? NONE : element.getUri()) + ":" + element.getTagName();
    }

    static List<Attribute> attributes(Element element) {
        var all = new ArrayList<Attribute>();
        for (var key : element.attributes()) {
            if (key.equals("xmlns") || key.startsWith("xmlns:")) {
                continue;
            }
            var colon = key.lastIndexOf(':');
            var uri = colon < 0 ? BPMN : key.substring(0, colon);
            all.add(new Attribute(space(uri), key.substring(colon + 1), element.attribute(key)));
        }
        return all;
    }

    static boolean has(Element element, String tag) {
        return !element.elements(tag).isEmpty();
    }

    static Stream<Element> tree(Element element) {
        return Stream.concat(Stream.of(element), element.elements().stream().flatMap(Xml::tree));
    }

    private static String space(String uri) {
        if (uri.equals(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS.getNamespaceUri())
                // The engine still reads the namespace of its predecessor
                || uri.equals(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS.getAlternativeUri())) {
            return "camunda";
        }
        return uri.equals(BPMN) ? "bpmn" : uri;
    }
}
