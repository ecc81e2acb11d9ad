package dev.switchboard.process;

import dev.switchboard.process.FlowGraph.Carry;
import dev.switchboard.process.FlowGraph.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Walks every path of a process with the approvals that hold along it: none at a start, none after words were drafted,
 * those of a form once its task is completed, only that one once the words were shared. A task that acts on the outside must find the approval it needs on all of
 * them. There are few sets of approvals, so every node is visited once with each, and loops end by themselves.
 */
final class PathCheck {

    private record At(Node node, Set<Purpose> approved) {}

    private final String process;
    private final Map<At, At> cameFrom = new LinkedHashMap<>();
    private final Map<Node, At> refused = new LinkedHashMap<>();

    private PathCheck(FlowGraph graph) {
        this.process = graph.root().exit.id;
    }

    static List<Refusal> check(FlowGraph graph) {
        var all = new PathCheck(graph);
        all.walk(List.of(graph.root().entry));
        // Nothing leads to these, yet a repair of a running instance may start there
        var stray = new PathCheck(graph);
        stray.walk(graph.nodes.stream().filter(node -> !all.reached(node)).toList());
        stray.refused.keySet().removeIf(all::reached);
        // A path from where the words were drafted explains more than one from the start
        var drafted = new PathCheck(graph);
        drafted.walk(all.cameFrom.keySet().stream()
                .map(At::node)
                .filter(node -> node.drafts)
                .distinct()
                .toList());
        return Stream.concat(
                        all.refused.keySet().stream()
                                .map(node ->
                                        drafted.refused.containsKey(node) ? drafted.refusal(node) : all.refusal(node)),
                        stray.refused.keySet().stream().map(stray::refusal))
                .toList();
    }

    private boolean reached(Node node) {
        return cameFrom.keySet().stream().anyMatch(at -> at.node == node);
    }

    /** Breadth first, so that the first path found to a node is a shortest one. */
    private void walk(List<Node> from) {
        var queue = new ArrayDeque<At>();
        for (var node : from) {
            visit(new At(node, Set.of()), null, queue);
        }
        while (!queue.isEmpty()) {
            var at = queue.remove();
            var node = at.node;
            var during = node.drafts ? Set.<Purpose>of() : at.approved;
            if (node.needs.stream().anyMatch(need -> Collections.disjoint(need, during))) {
                refused.putIfAbsent(node, at);
            }
            for (var edge : node.out) {
                var approved = EnumSet.noneOf(Purpose.class);
                if (edge.carry() != Carry.NOTHING) {
                    approved.addAll(during);
                    if (node.needs.contains(Set.of(Purpose.SHARED_PRD))) {
                        // What was shown to the client is approved for that alone: whoever files it reviews it again
                        approved.retainAll(Set.of(Purpose.SHARED_PRD));
                    }
                }
                if (edge.carry() == Carry.ALL && !node.drafts) {
                    approved.addAll(node.approves);
                }
                // What is triggered from outside begins a path of its own
                visit(new At(edge.to(), approved), edge.carry() == Carry.NOTHING ? null : at, queue);
            }
        }
    }

    private void visit(At at, At from, ArrayDeque<At> queue) {
        if (!cameFrom.containsKey(at)) {
            cameFrom.put(at, from);
            queue.add(at);
        }
    }

    private Refusal refusal(Node node) {
        var path = pathTo(node);
        var missing = node.needs.stream()
                .filter(need -> Collections.disjoint(need, refused.get(node).approved) || node.drafts)
                .findFirst()
                .orElseThrow();
        return new Refusal(
                process,
                node.id,
                node.element,
                "this acts on the outside with words that nobody approved, on the path %s. On every path to it, after the last draft or sharing, a person must complete a review of %s (form %s)."
                        .formatted(String.join(" → ", path), wording(missing), forms(missing)));
    }

    private List<String> pathTo(Node node) {
        var path = new ArrayList<String>();
        for (var at = refused.get(node); at != null; at = cameFrom.get(at)) {
            var id = at.node.id;
            if (!at.node.hidden && (path.isEmpty() || !path.get(0).equals(id))) {
                path.add(0, id);
            }
            if (at.node.drafts && !path.isEmpty() && at.node != node) {
                break;
            }
        }
        return path;
    }

    private static String wording(Set<Purpose> purposes) {
        return purposes.stream()
                .map(purpose -> "the " + purpose.text().replace('_', ' '))
                .collect(Collectors.joining(" or "));
    }

    private static String forms(Set<Purpose> purposes) {
        return Arrays.stream(Form.values())
                .filter(form -> !Collections.disjoint(form.purposes(), purposes))
                .map(Form::key)
                .collect(Collectors.joining(" or "));
    }
}
