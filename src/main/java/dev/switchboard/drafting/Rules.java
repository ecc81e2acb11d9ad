package dev.switchboard.drafting;

import dev.switchboard.crm.Summaries;

/** What a model's draft must keep to before a person sees it; each answers with what breaks the rules, or null. */
final class Rules {

    /** Three segments of an SMS; a reviewer may write more. */
    static final int LONGEST_TEXT = 480;

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_MARKDOWN = 60_000;

    private Rules() {}

    static String prd(Brief brief, Drafts.Prd prd) {
        return first(
                markdown(prd.markdown()),
                clientMessage(prd.clientMessage()),
                Citations.problem(brief, "markdown", prd.markdown()));
    }

    /** A reviewer can add a section; nobody can use a PRD that nobody sees. */
    static String prdFlaw(Brief brief, Drafts.Prd prd) {
        return PrdRules.problem(brief, prd.markdown());
    }

    static String report(Brief brief, Drafts.Report report) {
        return first(
                title(report.title()),
                markdown(report.markdown()),
                clientMessage(report.clientMessage()),
                Citations.problem(brief, "markdown", report.markdown()));
    }

    static String clientText(Drafts.ClientText text) {
        return clientMessage(text.clientMessage());
    }

    static String groundedText(Brief brief, Drafts.GroundedText text) {
        return first(
                clientMessage(text.clientMessage()),
                blank(text.sources())
                        ? "sources is empty: say what the answer rests on, or that it rests on nothing"
                        : null,
                Citations.problem(brief, "sources", text.sources()));
    }

    static String assessment(Drafts.Assessment assessment) {
        if (assessment.enoughKnown() == null) {
            return "enoughKnown is missing";
        }
        return assessment.missing() == null || !ReportFacts.NAMES.containsAll(assessment.missing())
                ? "missing may hold these names only: " + String.join(", ", ReportFacts.NAMES)
                : null;
    }

    static String digest(Drafts.Digest digest) {
        return blank(digest.digest()) || digest.digest().length() > Summaries.LONGEST_DIGEST
                ? "digest must have 1 to " + Summaries.LONGEST_DIGEST + " characters"
                : null;
    }

    private static String title(String title) {
        return blank(title) || title.length() > LONGEST_TITLE || title.contains("\n")
                ? "title must be one line of 1 to " + LONGEST_TITLE + " characters"
                : null;
    }

    private static String markdown(String markdown) {
        return blank(markdown) || markdown.length() > LONGEST_MARKDOWN
                ? "markdown must have 1 to " + LONGEST_MARKDOWN + " characters"
                : null;
    }

    private static String clientMessage(String message) {
        return blank(message) || message.length() > LONGEST_TEXT
                ? "clientMessage must have 1 to " + LONGEST_TEXT + " characters"
                : null;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static String first(String... problems) {
        for (var problem : problems) {
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }
}
