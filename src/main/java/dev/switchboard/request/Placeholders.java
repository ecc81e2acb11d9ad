package dev.switchboard.request;

import dev.switchboard.system.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names in braces that a canned reply may hold; what they stand for is filled in as it is and not looked at again. */
final class Placeholders {

    static final List<String> NAMES = List.of("contact", "client", "request", "title", "issue");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private Placeholders() {}

    /** @param missing names for which there is no value; the text is null then */
    record Filled(String text, Set<String> missing) {}

    /** @throws Problem 400 that names those that are none */
    static void check(String body) {
        var unknown = new ArrayList<>(in(body));
        unknown.removeAll(NAMES);
        if (!unknown.isEmpty()) {
            throw Problem.badRequest(
                    braced(unknown) + (unknown.size() == 1 ? " is no placeholder" : " are no placeholders")
                            + "; there are " + braced(NAMES) + ".");
        }
    }

    static Filled fill(String body, Map<String, String> values) {
        var missing = in(body);
        missing.removeIf(name -> !values.getOrDefault(name, "").isBlank());
        return missing.isEmpty()
                ? new Filled(
                        PLACEHOLDER
                                .matcher(body)
                                .replaceAll(match -> Matcher.quoteReplacement(values.get(match.group(1)))),
                        missing)
                : new Filled(null, missing);
    }

    private static Set<String> in(String body) {
        return PLACEHOLDER
                .matcher(body)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String braced(List<String> names) {
        return names.stream().map(name -> "{" + name + "}").collect(Collectors.joining(", "));
    }
}
