package dev.switchboard.process;

import dev.switchboard.process.FlowGraph.Carry;
import dev.switchboard.process.FlowGraph.Node;
import dev.switchboard.process.FlowGraph.Scope;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a process runs in several branches at once, and how far each goes before it is joined. */
final class Branches {

    private final FlowGraph graph;
    private final Set<Node> compensation;
    /** Joins that two tokens of one branch cannot satisfy: the engine counts tokens, not incoming flows. */
    private final Set<Node> reliable;

    Branches(FlowGraph graph) {
        this.graph = graph;
        this.compensation = graph.compensations.stream().flatMap(Set::stream).collect(Collectors.toSet());
        this.reliable = graph.nodes.stream()
                .filter(node -> node.is("parallelGateway") || node.is("inclusiveGateway"))
                .collect(Collectors.toSet());
        boolean lessReliable;
        do {
            lessReliable = reliable.removeAll(
                    reliable.stream().filter(this::mayFireEarly).toList());
        } while (lessReliable);
    }

    /** Two flows that may both be taken. */
    record Fork(Node one, Node other) {}

    /** Each pair is listed in both orders. */
    Stream<Fork> forks() {
        return graph.nodes.stream()
                .filter(node -> !node.is("exclusiveGateway") && !node.is("eventBasedGateway"))
                .map(FlowGraph::flows)
                .flatMap(flows -> flows.stream()
                        .flatMap(one ->
                                flows.stream().filter(other -> other != one).map(other -> new Fork(one, other))));
    }

    /** Boundary events that leave their activity running. */
    Stream<Node> eventsBeside() {
        return graph.nodes.stream()
                .filter(node -> node.is("boundaryEvent"))
                .filter(node -> !Bpmn.interrupts(node.element) && !Bpmn.isCompensationBoundary(node.element));
    }

    /** What runs after the fork's first flow before the second one has come to its end. */
    Set<Node> beforeJoin(Fork fork) {
        return upTo(joins(fork.other), fork.one);
    }

    Set<Node> from(List<Node> starts, Scope scope) {
        return FlowGraph.reachable(starts, within(scope));
    }

    Set<Node> inside(Scope scope) {
        return FlowGraph.reachable(graph.nodes.stream().filter(scope::contains).toList(), within(scope));
    }

    /** A scope is left when all in it has ended or been cancelled; what compensates may lie anywhere. */
    private Predicate<Node> within(Scope scope) {
        return node -> scope.contains(node) && node != scope.exit || compensation.contains(node);
    }

    private Set<Node> upTo(Set<Node> joins, Node start) {
        return FlowGraph.reachable(List.of(start), within(start.scope).and(node -> !joins.contains(node)));
    }

    private Set<Node> joins(Node flow) {
        var withoutIt = FlowGraph.reachable(List.of(graph.root().entry), node -> node != flow);
        return reliable.stream()
                .filter(gateway -> gateway.is("parallelGateway")
                        // One of its incoming flows can only be reached through the branch
                        ? !withoutIt.containsAll(incoming(gateway))
                        : waitsForAll(gateway, flow))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** An inclusive gateway waits for what can still reach it by sequence flows. */
    private boolean waitsForAll(Node gateway, Node flow) {
        var within = within(flow.scope);
        return FlowGraph.reachable(List.of(flow), within.and(node -> node != gateway)).stream()
                .filter(node -> !node.is("endEvent"))
                .allMatch(node -> FlowGraph.reachable(List.of(node), within, Set.of(Carry.ALL))
                        .contains(gateway));
    }

    private boolean mayFireEarly(Node gateway) {
        return incoming(gateway).stream()
                .anyMatch(flow -> eventsBeside()
                                .anyMatch(event -> upTo(Set.of(gateway), event).contains(flow))
                        || forks().anyMatch(fork -> reaches(fork.one, fork.other, gateway, flow)
                                && reaches(fork.other, fork.one, gateway, flow)));
    }

    private boolean reaches(Node one, Node other, Node gateway, Node flow) {
        var joins = joins(other);
        joins.add(gateway);
        return upTo(joins, one).contains(flow);
    }

    private List<Node> incoming(Node gateway) {
        return graph.nodes.stream()
                .filter(node -> node.is("sequenceFlow") && node.out.stream().anyMatch(edge -> edge.to() == gateway))
                .toList();
    }
}
