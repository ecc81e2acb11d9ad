package dev.switchboard.process;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Which beans an element names, on itself or in listeners. */
final class Bindings {

    private static final Pattern BEAN = Pattern.compile("\\s*[$#]\\{\\s*([A-Za-z_$][\\w$]*)\\s*}\\s*");
    private static final Set<String> OF_THE_SCOPE_ITSELF =
            Set.of("extensionElements", "multiInstanceLoopCharacteristics");

    private Bindings() {}

    /** The variable or bean that an expression consists of. */
    static Optional<String> nameIn(String expression) {
        var matcher = BEAN.matcher(expression);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Deeds of a flow node or sequence flow and everything bound to it. */
    static Stream<Deed> deeds(Element element) {
        return Xml.tree(element).flatMap(Bindings::bound);
    }

    /** Deeds bound to a process or sub-process itself, not to what it contains. */
    static Stream<Deed> deedsOfScope(Element scope) {
        return Stream.concat(
                bound(scope),
                scope.elements().stream()
                        .filter(child -> OF_THE_SCOPE_ITSELF.contains(child.getTagName()))
                        .flatMap(Bindings::deeds));
    }

    private static Stream<Deed> bound(Element element) {
        return Xml.attributes(element).stream()
                .filter(attribute -> attribute.name().equals("delegateExpression"))
                .flatMap(attribute -> nameIn(attribute.value()).stream())
                .map(Deed::of);
    }
}
