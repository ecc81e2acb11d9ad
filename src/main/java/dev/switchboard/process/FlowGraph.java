package dev.switchboard.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** All ways through one process, sub-processes included, as nodes and edges. */
final class FlowGraph {

    /** What of the approvals goes along an edge. */
    enum Carry {
        /** What holds when the node is left. */
        ALL,
        /** What held when it was entered, less what it may have spoilt: it was interrupted, so it approved nothing. */
        UNFINISHED,
        /** Nothing: what follows is triggered from outside. */
        NOTHING
    }

    record Edge(Node to, Carry carry) {}

    /** A process or sub-process; left by its exit once everything in it has ended. */
    static final class Scope {
        final Element element;
        final Scope parent;
        Node entry;
        Node exit;

        Scope(Element element, Scope parent) {
            this.element = element;
            this.parent = parent;
        }

        boolean contains(Node node) {
            var scope = node.scope;
            while (scope != null && scope != this) {
                scope = scope.parent;
            }
            return scope == this;
        }
    }

    static final class Node {
        final String id;
        final Element element;
        final Scope scope;
        /** Left out when a path is printed: sequence flows, and where a sub-process begins and ends. */
        final boolean hidden;

        boolean drafts;
        Set<Purpose> approves = EnumSet.noneOf(Purpose.class);
        final List<Set<Purpose>> needs;
        final List<Edge> out = new ArrayList<>();

        Node(String id, Element element, Scope scope, boolean hidden, List<Set<Purpose>> needs) {
            this.id = id;
            this.element = element;
            this.scope = scope;
            this.hidden = hidden;
            this.needs = needs;
        }

        boolean is(String tag) {
            return element.getTagName().equals(tag);
        }

        @Override
        public String toString() {
            return id;
        }
    }

    final List<Scope> scopes = new ArrayList<>();
    final List<Node> nodes = new ArrayList<>();
    /** Elements that undo a completed activity; nothing flows into or out of them. */
    final List<Set<Node>> compensations = new ArrayList<>();

    Scope root() {
        return scopes.get(0);
    }

    /** The nodes of sequence flows that leave {@code node}. */
    static List<Node> flows(Node node) {
        return node.out.stream()
                .map(Edge::to)
                .filter(to -> to.is("sequenceFlow"))
                .toList();
    }

    static Set<Node> reachable(Collection<Node> from, Predicate<Node> allowed) {
        return reachable(from, allowed, EnumSet.allOf(Carry.class));
    }

    static Set<Node> reachable(Collection<Node> from, Predicate<Node> allowed, Set<Carry> along) {
        var found = new LinkedHashSet<Node>();
        var queue = new ArrayDeque<Node>();
        from.stream().filter(allowed).filter(found::add).forEach(queue::add);
        while (!queue.isEmpty()) {
            for (var edge : queue.remove().out) {
                if (along.contains(edge.carry()) && allowed.test(edge.to()) && found.add(edge.to())) {
                    queue.add(edge.to());
                }
            }
        }
        return found;
    }
}
