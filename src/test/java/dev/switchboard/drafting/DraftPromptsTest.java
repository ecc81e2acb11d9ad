package dev.switchboard.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.Prompts;
import dev.switchboard.ai.Skill;
import dev.switchboard.crm.Summaries;
import dev.switchboard.request.Outcomes.Outcome;
import dev.switchboard.system.Json;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Prompts and the code around them agree, and drafts keep to the rules that code can check. */
class DraftPromptsTest {

    private static final Brief BRIEF = new Brief(
            "R-1",
            "the login page shows an error",
            "en",
            "Ana",
            List.of(new Brief.Words("M-1", "2026-01-01T00:00:00.000Z", "the login page shows an error")),
            "",
            null,
            List.of("where"),
            "completed",
            "Pays on time. Their login page is at login.example.com.",
            List.of(new Outcome(
                    "R-0",
                    "2025-12-01T00:00:00.000Z",
                    "question",
                    "where is the login page",
                    "answered",
                    "At /login.")));

    static Stream<Skill<Brief, ?>> skills() {
        return Drafter.SKILLS.stream();
    }

    @ParameterizedTest
    @MethodSource("skills")
    void thePromptAsksForWhatTheRecordReads(Skill<Brief, ?> skill) {
        assertThat(skill.prompt()).startsWith(skill.purpose() + "-");
        assertThat(Prompts.problems(skill.prompt(), skill.answerType())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("skills")
    void thePromptExplainsEveryMemberOfItsInput(Skill<Brief, ?> skill) {
        var prompt = Prompts.text(skill.prompt());
        for (var member : List.of(
                "requestId", "title", "language", "name", "words", "messageId", "feedback", "summary", "history")) {
            assertThat(prompt).contains("`" + member + "`");
        }
    }

    @Test
    void thePromptsOfWhatAReviewerMaySendBackExplainTheEarlierDraft() {
        for (var skill : List.of(Drafter.PRD, Drafter.REPORT, Drafter.ANSWER)) {
            assertThat(Prompts.text(skill.prompt())).contains("`previous`, the draft that `feedback` is about");
        }
    }

    @ParameterizedTest
    @MethodSource("skills")
    void theOfflineDraftsKeepToTheSameRules(Skill<Brief, ?> skill) {
        assertThat(problem(skill)).isNull();
    }

    private static <A> String problem(Skill<Brief, A> skill) {
        var answer = skill.offline().answer().apply(BRIEF);
        return skill.problem().apply(BRIEF, Json.read(Json.write(answer), skill.answerType()));
    }

    @Test
    void thePromptOfTheDigestAsksForWhatTheRecordReadsAndExplainsItsInput() {
        var skill = ClientDigests.SKILL;
        assertThat(Prompts.problems(skill.prompt(), skill.answerType())).isEmpty();
        assertThat(Prompts.text(skill.prompt())).contains("`ownSummary`", "`digest`", "`steps`", "`requestId`");
        assertThat(Rules.digest(new Drafts.Digest("x".repeat(1_500)))).isNull();
        assertThat(Rules.digest(new Drafts.Digest("x".repeat(1_501)))).startsWith("digest");
    }

    @Test
    void anAnswerNamesWhatOfTheClientsPastMayBearOnIt() {
        var sources = OfflineDrafts.answer(BRIEF).sources();
        assertThat(sources).contains("M-1", "- R-0 “where is the login page”, answered; last said: “At /login.”");
        assertThat(sources).contains("- summary: Pays on time. Their login page is at login.example.com.");
        var other = new Brief(
                "R-2",
                "hi",
                "en",
                "",
                List.of(new Brief.Words("M-2", "", "any news?")),
                "",
                null,
                List.of(),
                null,
                BRIEF.summary(),
                BRIEF.history());
        assertThat(OfflineDrafts.answer(other).sources()).contains("M-2").doesNotContain("R-0", "summary");
    }

    @Test
    void theOldestLinesOfADigestGoFirst() {
        var steps = IntStream.rangeClosed(1, 10)
                .mapToObj(n -> new Outcome(
                        "R-" + n, "2026-01-%02dT00:00:00.000Z".formatted(n), "bug", "y".repeat(200), "done", ""))
                .toList();
        var digest = OfflineDigest.write(new ClientDigests.DigestBrief("C-1", "", "", steps))
                .digest();
        assertThat(digest.length()).isBetween(1_000, Summaries.LONGEST_DIGEST);
        assertThat(digest).endsWith("R-10 bug “" + "y".repeat(200) + "”: done").doesNotContain("R-1 ", "R-2 ");
    }

    @Test
    void aDraftThatBreaksARuleIsNamed() {
        assertThat(Rules.prd(BRIEF, new Drafts.Prd(null, "Hello"))).startsWith("markdown");
        assertThat(Rules.prd(BRIEF, new Drafts.Prd("# PRD", " "))).startsWith("clientMessage");
        assertThat(Rules.clientText(new Drafts.ClientText("x".repeat(480)))).isNull();
        assertThat(Rules.clientText(new Drafts.ClientText("x".repeat(481)))).startsWith("clientMessage");
        assertThat(Rules.report(BRIEF, new Drafts.Report("a\nb", "x", "x"))).startsWith("title");
        assertThat(Rules.groundedText(BRIEF, new Drafts.GroundedText("Hello", null)))
                .startsWith("sources");
        assertThat(Rules.assessment(new Drafts.Assessment(null, List.of()))).startsWith("enoughKnown");
        assertThat(Rules.assessment(new Drafts.Assessment(true, List.of("colour"))))
                .startsWith("missing");
    }
}
