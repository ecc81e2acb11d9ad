package dev.switchboard.process;

import dev.switchboard.process.FlowGraph.Node;
import dev.switchboard.process.FlowGraph.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Branches that run at the same time share one draft: words drafted in one may replace approved ones that another is
 * about to send. So no branch may draft while another acts on the outside. In doubt two branches count as concurrent.
 */
final class ConcurrencyCheck {

    private final String process;
    private final Branches branches;
    private final Set<String> seen = new HashSet<>();
    private final List<Refusal> refusals = new ArrayList<>();

    private ConcurrencyCheck(FlowGraph graph) {
        this.process = graph.root().exit.id;
        this.branches = new Branches(graph);
    }

    static List<Refusal> check(FlowGraph graph) {
        var check = new ConcurrencyCheck(graph);
        check.branches
                .forks()
                .forEach(fork -> check.clash(
                        check.branches.beforeJoin(fork),
                        check.branches.beforeJoin(new Branches.Fork(fork.other(), fork.one()))));
        check.branches.eventsBeside().forEach(event -> check.eventBeside(event, graph));
        graph.scopes.forEach(check::scope);
        for (var one : graph.compensations) {
            graph.compensations.stream().filter(other -> other != one).forEach(other -> check.clash(one, other));
        }
        return check.refusals;
    }

    /** It happens beside its activity and all that follows, and possibly several times at once; nothing joins it. */
    private void eventBeside(Node event, FlowGraph graph) {
        // The event itself is reached from its activity, so all it leads to is among the rest as well
        var rest = branches.from(
                graph.nodes.stream()
                        .filter(node -> node.id.equals(event.element.attribute("attachedToRef")))
                        .toList(),
                event.scope);
        var after = branches.from(List.of(event), event.scope);
        clash(rest, after);
        clash(after, rest);
    }

    private void scope(Scope scope) {
        var inside = branches.inside(scope);
        if (Bpmn.isParallelMultiInstance(scope.element)) {
            clash(inside, inside);
        }
        if (Bpmn.isEventSubProcess(scope.element)
                && !Bpmn.interrupts(scope.element)
                && !Bpmn.isCompensationSubProcess(scope.element)) {
            var rest = branches.inside(scope.parent);
            clash(rest, inside);
            clash(inside, rest);
        }
    }

    private void clash(Set<Node> drafting, Set<Node> acting) {
        for (var draft : drafting) {
            for (var outside : acting) {
                if (draft.drafts && !outside.needs.isEmpty() && draft != outside && seen.add(draft + " " + outside)) {
                    refusals.add(new Refusal(
                            process,
                            outside.id,
                            outside.element,
                            "%s may run at the same time as %s, which may put new words in the place of the approved ones. Let one follow the other."
                                    .formatted(outside, draft)));
                }
            }
        }
    }
}
