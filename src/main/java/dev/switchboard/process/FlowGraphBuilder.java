package dev.switchboard.process;

import dev.switchboard.process.FlowGraph.Carry;
import dev.switchboard.process.FlowGraph.Edge;
import dev.switchboard.process.FlowGraph.Node;
import dev.switchboard.process.FlowGraph.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Draws the {@link FlowGraph} of a process. Where BPMN leaves an order open, every order is drawn. */
final class FlowGraphBuilder {

    private final FlowGraph graph = new FlowGraph();
    private final Map<String, Node> entries = new HashMap<>();
    private final Map<String, Node> exits = new HashMap<>();
    private final Map<String, Scope> scopes = new HashMap<>();

    private FlowGraphBuilder() {}

    static FlowGraph of(Element process) {
        var builder = new FlowGraphBuilder();
        // A flow may stand before what it connects, so the nodes of all levels come first
        builder.nodes(process, null);
        builder.graph.scopes.forEach(builder::flows);
        builder.graph.scopes.forEach(builder::beginAndEnd);
        builder.graph.scopes.forEach(builder::boundaryEvents);
        builder.compensation();
        return builder.graph;
    }

    private void nodes(Element element, Scope parent) {
        var scope = new Scope(element, parent);
        graph.scopes.add(scope);
        scopes.put(Xml.id(element), scope);
        var deeds = Bindings.deedsOfScope(element).toList();
        var drafting = deeds.stream().filter(Deed::drafts).toList();
        scope.entry = node(element, scope, true, drafting);
        scope.exit = node(element, scope, true, drafting);
        entries.put(Xml.id(element), scope.entry);
        exits.put(Xml.id(element), scope.exit);
        // Listeners of a scope also run when it is cancelled, whatever was approved by then
        link(scope.entry, node(element, scope, true, deeds), Carry.NOTHING);
        for (var child : element.elements()) {
            if (Bpmn.isScope(child)) {
                nodes(child, scope);
            } else if (Bpmn.isFlowNode(child)) {
                flowNode(child, scope);
            }
        }
    }

    private void flowNode(Element element, Scope scope) {
        var node = node(element, scope, false, Bindings.deeds(element).toList());
        // What is called or undone may draft
        node.drafts |= element.getTagName().equals("callActivity") || Bpmn.compensates(element);
        // Over an empty collection nobody is asked
        if (element.getTagName().equals("userTask") && !Bpmn.isMultiInstance(element)) {
            Form.of(Xml.camunda(element, "formRef")).ifPresent(form -> node.approves = form.purposes());
        }
        entries.put(node.id, node);
        exits.put(node.id, node);
    }

    private void flows(Scope scope) {
        for (var flow : scope.element.elements("sequenceFlow")) {
            var source = exits.get(flow.attribute("sourceRef"));
            var target = entries.get(flow.attribute("targetRef"));
            if (source != null && target != null) { // otherwise the engine says so itself
                var node = node(flow, scope, true, Bindings.deeds(flow).toList());
                link(source, node, Carry.ALL);
                link(node, target, Carry.ALL);
            }
        }
        for (var thrown : scope.element.elements("intermediateThrowEvent")) {
            for (var caught : scope.element.elements("intermediateCatchEvent")) {
                if (Bpmn.link(thrown) != null && Bpmn.link(thrown).equals(Bpmn.link(caught))) {
                    link(entries.get(Xml.id(thrown)), entries.get(Xml.id(caught)), Carry.ALL);
                }
            }
        }
    }

    private void beginAndEnd(Scope scope) {
        var fromOutside = Bpmn.isEventSubProcess(scope.element);
        for (var start : scope.element.elements("startEvent")) {
            link(scope.entry, entries.get(Xml.id(start)), fromOutside ? Carry.NOTHING : Carry.ALL);
        }
        for (var child : scope.element.elements()) {
            var exit = exits.get(Xml.id(child));
            if (exit == null || Bpmn.isCompensationSubProcess(child) || Bpmn.isForCompensation(child)) {
                continue;
            }
            if (Bpmn.isEventSubProcess(child)) {
                link(scope.entry, entries.get(Xml.id(child)), Carry.NOTHING);
                // One that runs beside the rest and drafts nothing leaves the approvals of the rest as they are
                if (Bpmn.interrupts(child) || inside(child).anyMatch(node -> node.drafts)) {
                    link(exit, scope.exit, Carry.ALL);
                }
            } else if (exit.out.isEmpty()
                    && !Bpmn.isCompensationBoundary(child)
                    && !Bpmn.isCaughtAt(child, scope.element, boundaries())) {
                link(exit, scope.exit, Carry.ALL);
            }
        }
        if (Bpmn.isMultiInstance(scope.element)) {
            link(scope.entry, scope.exit, Carry.ALL);
            link(scope.exit, scope.entry, Carry.ALL);
        }
    }

    private void boundaryEvents(Scope scope) {
        for (var boundary : scope.element.elements("boundaryEvent")) {
            var host = entries.get(boundary.attribute("attachedToRef"));
            if (host != null && !Bpmn.isCompensationBoundary(boundary)) {
                // It may happen at any point inside of what it is attached to
                Stream.concat(Stream.of(host), inside(host.element))
                        .forEach(node -> link(node, entries.get(Xml.id(boundary)), Carry.UNFINISHED));
            }
        }
    }

    private void compensation() {
        for (var element : Xml.tree(graph.root().element).toList()) {
            var handler = entries.get(Xml.id(element));
            if (handler != null && (Bpmn.isForCompensation(element) || Bpmn.isCompensationSubProcess(element))) {
                var undoing = Stream.concat(Stream.of(handler), inside(element)).toList();
                graph.compensations.add(Set.copyOf(undoing));
                graph.nodes.stream()
                        .filter(node -> Bpmn.compensates(node.element))
                        .forEach(node -> link(node, handler, Carry.NOTHING));
            }
        }
    }

    private Stream<Node> inside(Element element) {
        var scope = scopes.get(Xml.id(element));
        return scope == null ? Stream.of() : graph.nodes.stream().filter(scope::contains);
    }

    private Stream<Element> boundaries() {
        return graph.nodes.stream().filter(node -> node.is("boundaryEvent")).map(node -> node.element);
    }

    private Node node(Element element, Scope scope, boolean hidden, List<Deed> deeds) {
        var needs =
                deeds.stream().map(Deed::needs).filter(need -> !need.isEmpty()).toList();
        var drafts = deeds.stream().anyMatch(Deed::drafts);
        // Where something happens is always named
        var node = new Node(Xml.id(element), element, scope, hidden && needs.isEmpty() && !drafts, needs);
        node.drafts = drafts;
        graph.nodes.add(node);
        return node;
    }

    private static void link(Node from, Node to, Carry carry) {
        from.out.add(new Edge(to, carry));
    }
}
