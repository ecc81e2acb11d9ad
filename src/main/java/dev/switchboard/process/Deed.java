package dev.switchboard.process;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a delegate or listener does to words, read from its bean's name: that is the naming rule for beans.
 *
 * @param drafts it writes words that nobody has seen yet
 * @param needs one of these approvals must have been given before it may run; empty when it acts on nothing outside
 */
record Deed(boolean drafts, Set<Purpose> needs) {

    static final Deed NOTHING = new Deed(false, Set.of());

    /**
     * Beans that send nothing but fixed texts, which an owner approved beforehand word for word: no review comes before
     * them. A test holds each of them to knowing no other way out.
     */
    static final Set<String> FIXED_TEXT_SENDERS = Set.of("sendNudgeDelegate");

    static Deed of(String bean) {
        if (FIXED_TEXT_SENDERS.contains(bean)) {
            return NOTHING;
        }
        if (starts(bean, "draft", "assess")) {
            return new Deed(true, Set.of());
        }
        if (starts(bean, "send") && names(bean, "prd")) {
            return new Deed(false, Set.of(Purpose.SHARED_PRD));
        }
        if (starts(bean, "send", "tell")) {
            return new Deed(false, Set.of(Purpose.CLIENT_MESSAGE));
        }
        if (starts(bean, "file")) {
            var prd = names(bean, "prd");
            var bug = names(bean, "bug");
            if (prd != bug) {
                return new Deed(false, Set.of(prd ? Purpose.PRD : Purpose.BUG_REPORT));
            }
            return new Deed(false, EnumSet.of(Purpose.PRD, Purpose.BUG_REPORT));
        }
        return NOTHING;
    }

    private static boolean names(String bean, String document) {
        return bean.toLowerCase(Locale.ROOT).contains(document);
    }

    private static boolean starts(String bean, String... prefixes) {
        return Stream.of(prefixes).anyMatch(bean::startsWith);
    }
}
