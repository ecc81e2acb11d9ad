package dev.switchboard.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.parsers.SAXParserFactory;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.junit.jupiter.api.Test;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** Small random processes, compared with walkers that know nothing but the rules of the engine. */
class RandomGraphTest {

    private static final int GRAPHS = 1_000;
    private static final String START = "s";

    /** Where each node leads to; kinds are told by the beginning of the name. */
    private static Map<String, List<String>> graph(Random random, String... kinds) {
        var names = new ArrayList<String>();
        var size = 3 + random.nextInt(6);
        for (var i = 0; i < size; i++) {
            names.add(kinds[random.nextInt(kinds.length)] + "_" + i);
        }
        var targets = new ArrayList<>(names);
        targets.add("end");
        var graph = new LinkedHashMap<String, List<String>>();
        graph.put(START, List.of(names.get(0)));
        for (var name : names) {
            var gateway = name.startsWith("xor") || name.startsWith("and");
            var next = new ArrayList<String>();
            for (var i = 0; i < (gateway && random.nextInt(4) > 0 ? 2 : 1); i++) {
                // Mostly onwards, or few would ever get anywhere
                var from = random.nextInt(6) == 0 ? 0 : names.indexOf(name) + 1;
                next.add(targets.get(from + random.nextInt(Math.min(3, targets.size() - from))));
            }
            graph.put(name, next);
        }
        return graph;
    }

    private static List<Refusal> refusals(Map<String, List<String>> graph) throws Exception {
        var drawing = Drawing.drawing().start(START).end("end");
        graph.keySet().forEach(name -> {
            switch (name.split("_")[0]) {
                case "s" -> {}
                case "xor" -> drawing.element("exclusiveGateway", name);
                case "and" -> drawing.element("parallelGateway", name);
                case "review" -> drawing.review(name);
                case "call" -> drawing.call(name);
                default -> drawing.task(name);
            }
        });
        graph.forEach((from, next) -> next.forEach(to -> drawing.flow(from, to)));
        return DiagramCheck.refusals(parse(drawing.toString()), TestEngine.BEANS);
    }

    @Test
    void everyPathIsJudgedAsAWalkerJudgesIt() throws Exception {
        var random = new Random(42);
        var bad = 0;
        for (var i = 0; i < GRAPHS; i++) {
            var graph = graph(random, "draft", "review", "send", "xor", "xor", "call", "store");
            var expected = new HashSet<String>();
            walk(graph, START, false, 2 * graph.size() + 2, expected);
            // What cannot be reached is refused as well, so the comparison is about what can
            var reachable = reachable(graph);
            var found = refusals(graph).stream()
                    .filter(refusal -> reachable.contains(refusal.id()))
                    .toList();
            assertThat(found)
                    .as(graph.toString())
                    .extracting(Refusal::id)
                    .containsExactlyInAnyOrderElementsOf(expected);
            for (var refusal : found) {
                assertThat(isOffending(graph, refusal))
                        .as("%s in %s", refusal, graph)
                        .isTrue();
            }
            bad += expected.isEmpty() ? 0 : 1;
        }
        // Otherwise the graphs would prove nothing
        assertThat(bad).isBetween(GRAPHS / 10, GRAPHS * 9 / 10);
    }

    private static void walk(Map<String, List<String>> graph, String at, boolean approved, int steps, Set<String> bad) {
        if (at.startsWith("send") && !approved) {
            bad.add(at);
        }
        var after = at.startsWith("review") || approved && !at.startsWith("draft") && !at.startsWith("call");
        if (steps > 0) {
            graph.getOrDefault(at, List.of()).forEach(next -> walk(graph, next, after, steps - 1, bad));
        }
    }

    private static Set<String> reachable(Map<String, List<String>> graph) {
        var found = new HashSet<String>();
        var queue = new ArrayDeque<>(List.of(START));
        while (!queue.isEmpty()) {
            var at = queue.remove();
            if (found.add(at)) {
                queue.addAll(graph.getOrDefault(at, List.of()));
            }
        }
        return found;
    }

    /** The path that is printed exists, begins at the start or where words are drafted, and approves nothing. */
    private static boolean isOffending(Map<String, List<String>> graph, Refusal refusal) {
        var path = Arrays.asList(
                refusal.reason().split("on the path |\\. On every")[1].split(" → "));
        var connected = true;
        for (var i = 1; i < path.size(); i++) {
            connected &= graph.get(path.get(i - 1)).contains(path.get(i));
        }
        var first = path.get(0);
        return connected
                && path.get(path.size() - 1).equals(refusal.id())
                && (first.equals(START) || first.startsWith("draft") || first.startsWith("call"))
                && path.stream().noneMatch(id -> id.startsWith("review"));
    }

    @Test
    void whateverTheEngineMayRunAtTheSameTimeIsRefused() throws Exception {
        var random = new Random(7);
        var bad = 0;
        for (var i = 0; i < GRAPHS; i++) {
            var graph = graph(random, "draft", "send", "xor", "and", "and", "and", "store");
            var expected = concurrent(graph);
            var found = refusals(graph).stream()
                    .filter(refusal -> refusal.reason().contains("at the same time"))
                    .map(refusal ->
                            refusal.reason().replaceAll("(\\S+) may run at the same time as (\\S+),.*", "$1 $2"))
                    .collect(Collectors.toSet());
            assertThat(found).as(graph.toString()).containsAll(expected);
            bad += expected.isEmpty() ? 0 : 1;
        }
        assertThat(bad).isGreaterThan(GRAPHS / 50);
    }

    /** Plays the engine's token game: a parallel gateway goes on when as many tokens came as flows lead into it. */
    private static Set<String> concurrent(Map<String, List<String>> graph) {
        var incoming = new TreeMap<String, Integer>();
        graph.values().forEach(next -> next.forEach(to -> incoming.merge(to, 1, Integer::sum)));
        var found = new HashSet<String>();
        var seen = new HashSet<Map<String, Integer>>();
        var queue = new ArrayDeque<Map<String, Integer>>();
        queue.add(Map.of(START, 1));
        while (!queue.isEmpty() && seen.size() < 1_000) {
            var tokens = queue.remove();
            for (var one : tokens.keySet()) {
                tokens.keySet().stream()
                        .filter(other -> one.startsWith("send") && other.startsWith("draft"))
                        .forEach(other -> found.add(one + " " + other));
                for (var next : fired(graph, tokens, one, incoming.getOrDefault(one, 0))) {
                    var count =
                            next.values().stream().mapToInt(Integer::intValue).sum();
                    if (count < 8 && seen.add(next)) {
                        queue.add(next);
                    }
                }
            }
        }
        return found;
    }

    private static List<Map<String, Integer>> fired(
            Map<String, List<String>> graph, Map<String, Integer> tokens, String at, int incoming) {
        var joins = at.startsWith("and");
        if (joins && tokens.get(at) < incoming) {
            return List.of();
        }
        var rest = new TreeMap<>(tokens);
        rest.merge(at, joins ? -incoming : -1, Integer::sum);
        rest.values().removeIf(count -> count == 0);
        var next = graph.getOrDefault(at, List.of());
        if (next.isEmpty()) {
            return List.of(rest);
        }
        var choices = at.startsWith("xor") ? next.stream().map(List::of).toList() : List.of(next);
        return choices.stream()
                .map(taken -> {
                    var after = new TreeMap<>(rest);
                    taken.forEach(to -> after.merge(to, 1, Integer::sum));
                    return (Map<String, Integer>) after;
                })
                .toList();
    }

    private static Element parse(String xml) throws Exception {
        var factory = SAXParserFactory.newInstance();
        factory.setNamespaceAware(true);
        var open = new ArrayDeque<Element>();
        var root = new Element[1];
        factory.newSAXParser().parse(new InputSource(new StringReader(xml.strip())), new DefaultHandler() {
            @Override
            public void startElement(String uri, String localName, String name, Attributes attributes) {
                var element = new Element(uri, localName, name, attributes, null);
                if (open.isEmpty()) {
                    root[0] = element;
                } else {
                    open.peek().add(element);
                }
                open.push(element);
            }

            @Override
            public void characters(char[] text, int start, int length) {
                open.peek().appendText(String.valueOf(text, start, length));
            }

            @Override
            public void endElement(String uri, String localName, String name) {
                open.pop();
            }
        });
        return root[0];
    }
}
