package dev.switchboard.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which PRDs of a model are good enough to be read by a person. */
class PrdRulesTest {

    private static final String WISH = "Please add a \"dark mode\" – our guests' eyes hurt 😀\n# at night";
    private static final Brief BRIEF = brief(WISH, "", "And the M-50 drill should be listed first");

    private static final String PRD = """
            # Users like the night

            ## 1. Problem

            > Please add a “dark mode” - our guests’ eyes hurt
            > \\# at night
            >
            > — M-7

            ## Goal and measure of success

            The client did not say.

            ## Users

            Guests (M-7).

            ## Requirements

            1. A guest can switch to dark colours (M-7).
            2. The M-50 drill stands first (M-9).

            ## Out of scope

            The client did not say.

            ## Constraints

            The client did not say.

            ## Open questions

            - When?

            ## Sources

            - M-7, M-9
            """;

    @Test
    void aPrdWithAllOfItsSectionsIsGood() {
        assertThat(problem(PRD)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Problem",
                "Goal and measure of success",
                "Users",
                "Requirements",
                "Out of scope",
                "Constraints",
                "Open questions",
                "Sources"
            })
    void eachSectionMustBeThereWithSomethingInIt(String section) {
        var complaint = "markdown lacks these sections or has nothing in them: " + section;
        assertThat(problem(PRD.replaceFirst("## (1. )?" + section, "**" + section + "**")))
                .isEqualTo(complaint);
        assertThat(problem(PRD.replaceFirst("(?s)(## (1. )?" + section + "\n).*?(## |$)", "$1\n$3")))
                .isEqualTo(complaint);
        // A heading that the client typed, in a quotation, is no section
        assertThat(problem(PRD.replaceFirst("## (1. )?" + section, "> ## " + section)))
                .isEqualTo(complaint);
    }

    @Test
    void allThatIsMissingIsSaidAtOnce() {
        assertThat(problem("# Dark mode\n\n## Problem\n\n> dark mode"))
                .endsWith("them: Goal and measure of success, Users, Requirements, Out of scope, Constraints,"
                        + " Open questions, Sources");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "> Please add a „dark mode“ — our guests' eyes hurt (M-7) | true",
                "> “dark mode” | true",
                "> Ana, yesterday: And the M-50 drill should be listed first | true",
                "> The client wants a dark theme (M-7) | false",
                "> Bitte ein dunkles Thema (M-7) | false",
                "> M-7 | false",
                "Please add a \"dark mode\" (M-7) | false"
            })
    void theProblemIsQuotedAndNotRetold(String problem, boolean good) {
        var complaint = problem(PRD.replaceFirst("(?s)> Please.*?— M-7", problem));
        assertThat(complaint)
                .isEqualTo(
                        good
                                ? null
                                : "the section Problem must quote the client's own words, untranslated, in lines that"
                                        + " begin with >");
    }

    @Test
    void aPictureWithoutWordsCannotBeQuoted() {
        assertThat(PrdRules.problem(brief("", "👍", ""), PRD.replace("> Please", "Pictures. Please")))
                .isNotEqualTo(
                        "the section Problem must quote the client's own words, untranslated, in lines that begin with >");
        assertThat(PrdRules.problem(
                        brief("", "👍", ""),
                        PRD.replaceAll("The M-50.*", "Two.").replace("> ", "")))
                .isNull();
    }

    @Test
    void requirementsAreNumberedOrNotStated() {
        var bullets = PRD.replace("1. A", "- A").replace("2. The", "- The");
        assertThat(problem(bullets)).isEqualTo("the section Requirements must be a numbered list");
        assertThat(problem(PRD.replaceFirst("(?s)1\\. A guest.*?\\(M-9\\)\\.", "The client did not say.")))
                .isNull();
    }

    @Test
    void sourcesAreTextsOfThisConversation() {
        assertThat(problem(PRD.replace("- M-7, M-9", "- M-7, M-10")))
                .isEqualTo("the section Sources names a messageId that words does not have");
        // What the client typed makes it no source
        assertThat(problem(PRD.replace("- M-7, M-9", "- M-50")))
                .isEqualTo("the section Sources names a messageId that words does not have");
        assertThat(problem(PRD.replace("- M-7, M-9", "- The client's texts")))
                .isEqualTo("the section Sources must name the messageId of every text that was used");
        assertThat(problem(PRD.replace("colours (M-7)", "colours (M-70)")))
                .isEqualTo("markdown cites a messageId that words does not have");
    }

    @Test
    void neitherAReportNorAnAnswerCitesATextThatIsNotThere() {
        var report = new Drafts.Report("Login", "## Steps\n\nThe client did not say (M-8).", "Hello");
        assertThat(Rules.report(BRIEF, report)).isNull();
        assertThat(Rules.report(BRIEF, new Drafts.Report("Login", report.markdown() + "\n(M-6)", "Hello")))
                .isEqualTo("markdown cites a messageId that words does not have");
        assertThat(Rules.groundedText(BRIEF, new Drafts.GroundedText("Hello", "M-7 and R-3")))
                .isNull();
        assertThat(Rules.groundedText(BRIEF, new Drafts.GroundedText("Hello", "M-6")))
                .isEqualTo("sources cites a messageId that words does not have");
    }

    private static String problem(String markdown) {
        return PrdRules.problem(BRIEF, markdown);
    }

    private static Brief brief(String... texts) {
        var words = IntStream.range(0, texts.length)
                .mapToObj(n -> new Brief.Words("M-" + (7 + n), "2026-01-01T00:00:00.000Z", texts[n]))
                .toList();
        return new Brief("R-1", "dark mode", "en", "Ana", words, "", null, List.of(), null, "", List.of());
    }
}
