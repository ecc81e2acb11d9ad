package dev.switchboard.drafting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * What a PRD must hold before a person reads it: its sections, the client's own words as the problem, requirements that can
 * be named by number, and sources that exist.
 */
final class PrdRules {

    private static final List<String> SECTIONS = List.of(
            "Problem",
            "Goal and measure of success",
            "Users",
            "Requirements",
            "Out of scope",
            "Constraints",
            "Open questions",
            "Sources");

    private static final int SECTION_LEVEL = 2;
    private static final String TITLE = "";
    private static final String NOT_STATED = "did not say";
    private static final Parser PARSER = Parser.builder().build();
    private static final TextContentRenderer TEXT =
            TextContentRenderer.builder().build();

    private PrdRules() {}

    /** What breaks the rules, as a sentence for the model; null: nothing. */
    static String problem(Brief brief, String markdown) {
        var sections = sections(markdown);
        var missing = SECTIONS.stream()
                .filter(name -> sections.getOrDefault(name, List.of()).isEmpty())
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            return "markdown lacks these sections or has nothing in them: " + missing;
        }
        if (!quotesTheClient(brief, sections.get("Problem"))) {
            return "the section Problem must quote the client's own words, untranslated, in lines that begin with >";
        }
        if (!numbered(sections.get("Requirements"))) {
            return "the section Requirements must be a numbered list";
        }
        return sources(brief, markdown, text(sections.get("Sources")));
    }

    private static String sources(Brief brief, String markdown, String sources) {
        var cited = Citations.in(sources);
        if (!brief.texts().isEmpty() && cited.isEmpty()) {
            return "the section Sources must name the messageId of every text that was used";
        }
        return brief.texts().containsAll(cited)
                ? Citations.problem(brief, "markdown", markdown)
                : "the section Sources names a messageId that words does not have";
    }

    /** Everything under the heading of a section, as the parser sees it: a heading inside a quotation is none. */
    private static Map<String, List<Node>> sections(String markdown) {
        var sections = new LinkedHashMap<String, List<Node>>();
        List<Node> current = new ArrayList<>();
        for (var node = PARSER.parse(markdown).getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading && heading.getLevel() <= SECTION_LEVEL) {
                var name = heading.getLevel() == SECTION_LEVEL ? name(TEXT.render(heading)) : TITLE;
                current = sections.computeIfAbsent(name, any -> new ArrayList<>());
            } else {
                current.add(node);
            }
        }
        return sections;
    }

    /** A number before it or a word after it leaves a heading what it is. */
    private static String name(String heading) {
        var words = heading.replaceFirst("^[\\d.)\\s]+", "").strip().toLowerCase(Locale.ROOT);
        return SECTIONS.stream()
                .filter(name -> words.startsWith(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(words);
    }

    /** Somewhere the words of one are the words of the other; where there are only pictures, nothing can be quoted. */
    private static boolean quotesTheClient(Brief brief, List<Node> problem) {
        var said = letters(brief.allWords());
        return said.isEmpty()
                || problem.stream()
                        .filter(BlockQuote.class::isInstance)
                        .flatMap(quote -> children(quote).stream())
                        .map(paragraph -> letters(TEXT.render(paragraph)))
                        .filter(quoted -> !quoted.isEmpty())
                        .anyMatch(quoted -> said.contains(quoted) || holdsATextOf(brief, quoted));
    }

    /** A name or a time beside the words is no change of them. */
    private static boolean holdsATextOf(Brief brief, String quoted) {
        return brief.words().stream()
                .map(words -> letters(words.body()))
                .anyMatch(words -> !words.isEmpty() && quoted.contains(words));
    }

    private static boolean numbered(List<Node> requirements) {
        return requirements.stream().anyMatch(OrderedList.class::isInstance)
                || text(requirements).contains(NOT_STATED);
    }

    private static List<Node> children(Node node) {
        var children = new ArrayList<Node>();
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }

    private static String text(List<Node> nodes) {
        return nodes.stream().map(TEXT::render).collect(Collectors.joining("\n"));
    }

    /** Without message ids, and without what gets lost or changed when words are copied into Markdown. */
    private static String letters(String words) {
        return Citations.without(words).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
