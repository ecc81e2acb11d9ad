package dev.switchboard.drafting;

import static dev.switchboard.drafting.Phrases.greeting;
import static dev.switchboard.drafting.Phrases.say;
import static dev.switchboard.drafting.Phrases.text;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The offline model's drafts: templates filled from the conversation and marked as such. They quote the client, cite the
 * texts and leave open what nobody said; they never state a fact of their own.
 */
final class OfflineDrafts {

    private static final int MOST_QUESTIONS = 3;
    private static final String NOT_STATED = "_The client did not say._";

    private OfflineDrafts() {}

    static Drafts.Prd prd(Brief brief) {
        var markdown = """
                # %s

                > Written by Switchboard's offline templates from the client's own words. Nothing here was invented: what \
                the client did not say is left open for you.

                ## Problem

                %s

                ## Goal and measure of success

                %s

                ## Users

                %s

                ## Requirements

                %s

                ## Out of scope

                %s

                ## Constraints

                %s

                ## Open questions

                %s

                ## Sources

                %s
                """.formatted(
                        brief.title(),
                        quotes(brief),
                        NOT_STATED,
                        NOT_STATED,
                        requirements(brief),
                        NOT_STATED,
                        NOT_STATED,
                        openQuestions(brief),
                        sources(brief));
        return new Drafts.Prd(markdown, text(brief, say(brief, "feature.noted", brief.title())));
    }

    static Drafts.Assessment assess(Brief brief) {
        var missing = ReportFacts.missing(brief.allWords());
        return new Drafts.Assessment(ReportFacts.enough(missing), missing);
    }

    static Drafts.ClientText question(Brief brief) {
        var questions = brief.missing().stream()
                .filter(ReportFacts.NAMES::contains)
                .limit(MOST_QUESTIONS)
                .map(name -> say(brief, "missing." + name))
                .collect(Collectors.joining(" "));
        return questions.isEmpty()
                ? new Drafts.ClientText(text(brief, say(brief, "question.more", brief.title())))
                : new Drafts.ClientText(text(brief, say(brief, "question.ask", brief.title()), questions));
    }

    static Drafts.Report report(Brief brief) {
        var missing = ReportFacts.missing(brief.allWords());
        var open = missing.stream()
                .filter(name -> !name.equals("actual"))
                .map(name -> "- " + ReportFacts.label(name) + ": " + NOT_STATED)
                .collect(Collectors.joining("\n"));
        var markdown = """
                > Written by Switchboard's offline templates from the client's own words. Nothing here was invented: what \
                the client did not say is left open for you.

                ## What the client reports

                %s

                ## Steps, expected and actual

                The client's words above say what is known. Put it in order here.

                ## Not known yet

                %s

                ## Reviewer's remarks

                %s

                ## Sources

                %s
                """.formatted(
                        quotes(brief),
                        open.isEmpty() ? "Nothing stands out." : open,
                        brief.feedback().isBlank() ? "None." : brief.feedback(),
                        sources(brief));
        return new Drafts.Report(brief.title(), markdown, text(brief, say(brief, "bug.noted", brief.title())));
    }

    /** The templates know no answers, so they ask and do not guess; what may bear on the question is named. */
    static Drafts.GroundedText answer(Brief brief) {
        var related = Related.to(brief);
        return new Drafts.GroundedText(
                text(brief, say(brief, "question.more", brief.title())),
                "This draft rests on nothing but the client's words: the offline templates know no answers."
                        + " It proposes a clarifying question. Write the answer yourself if you know it.\n\n"
                        + sources(brief)
                        + (related.isEmpty() ? "" : "\n\nMay bear on it, by the words they share:\n" + related));
    }

    static Drafts.ClientText statusUpdate(Brief brief) {
        var key = "not_planned".equals(brief.closeReason()) ? "status.not_planned" : "status.completed";
        return new Drafts.ClientText(text(brief, say(brief, key, brief.title())));
    }

    static Drafts.ClientText statusAnswer(StatusBrief brief) {
        var language = Locale.forLanguageTag(brief.language());
        var date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language);
        var sentences = brief.matters().stream()
                .map(matter -> say(
                        language,
                        "status.now." + matter.stage(),
                        matter.title(),
                        LocalDate.parse(matter.since()).format(date)));
        return new Drafts.ClientText(Stream.concat(Stream.of(greeting(language, brief.name())), sentences)
                .collect(Collectors.joining(" ")));
    }

    private static String quotes(Brief brief) {
        return brief.words().stream()
                .filter(words -> !words.body().isBlank())
                .map(words -> "> " + words.body().strip().replace("\n", "\n> ") + "\n>\n> — " + words.messageId())
                .collect(Collectors.joining("\n\n"));
    }

    private static String requirements(Brief brief) {
        var number = new int[1];
        return brief.words().stream()
                .filter(words -> !words.body().isBlank())
                .map(words -> ++number[0] + ". The client asks: “"
                        + words.body().strip().replaceAll("\\s+", " ")
                        + "” (" + words.messageId() + "). _To be made testable by the reviewer._")
                .collect(Collectors.joining("\n"));
    }

    private static String openQuestions(Brief brief) {
        var standing = """
                - What is the goal, and how would the client notice that it is reached?
                - Who uses it, and where?
                - What must it not change?""";
        return brief.feedback().isBlank() ? standing : standing + "\n- Reviewer's feedback: " + brief.feedback();
    }

    private static String sources(Brief brief) {
        return brief.words().stream()
                .map(words -> "- " + words.messageId() + ", " + words.at())
                .collect(Collectors.joining("\n"));
    }
}
