package dev.switchboard.drafting;

import dev.switchboard.crm.Summaries;
import dev.switchboard.drafting.ClientDigests.DigestBrief;
import dev.switchboard.request.Outcomes.Outcome;
import java.util.ArrayDeque;

/** The digest without a model: a line for each request, newest last. What does not fit goes from the top. */
final class OfflineDigest {

    private static final String HEAD = "Recent requests (written by Switchboard):";
    private static final int DATE = 10;

    private OfflineDigest() {}

    static Drafts.Digest write(DigestBrief brief) {
        var lines = new ArrayDeque<String>();
        brief.steps().forEach(step -> lines.add(line(step)));
        while (text(lines).length() > Summaries.LONGEST_DIGEST) {
            lines.removeFirst();
        }
        return new Drafts.Digest(text(lines));
    }

    private static String line(Outcome step) {
        var kind = step.type().isEmpty() ? "request" : step.type();
        return "- " + step.at().substring(0, DATE) + " " + step.requestId() + " " + kind + " “" + step.title() + "”: "
                + step.outcome();
    }

    private static String text(Iterable<String> lines) {
        return HEAD + "\n" + String.join("\n", lines);
    }
}
