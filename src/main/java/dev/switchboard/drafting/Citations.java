package dev.switchboard.drafting;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The client's texts that a draft refers to, by message id. */
final class Citations {

    private static final Pattern MESSAGE_ID = Pattern.compile("\\bM-\\d+\\b");

    private Citations() {}

    static Set<String> in(String text) {
        return MESSAGE_ID.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    static String without(String text) {
        return MESSAGE_ID.matcher(text).replaceAll("");
    }

    /**
     * What is wrong with them, or null. What the client or the reviewer wrote may look like an id: saying it again is no
     * citation.
     *
     * @param member of the answer that holds the text; null is a text without any
     */
    static String problem(Brief brief, String member, String text) {
        var cited = new HashSet<>(in(text == null ? "" : text));
        brief.texts().forEach(cited::remove);
        cited.removeAll(in(brief.allWords() + "\n" + brief.feedback()));
        return cited.isEmpty() ? null : member + " cites a messageId that words does not have";
    }
}
