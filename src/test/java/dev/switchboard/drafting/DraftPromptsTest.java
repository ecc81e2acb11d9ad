package dev.switchboard.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.Prompts;
import dev.switchboard.ai.Skill;
import dev.switchboard.system.Json;
import java.util.List;
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
            List.of("where"),
            "completed");

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
        for (var member : List.of("requestId", "title", "language", "name", "words", "messageId", "feedback")) {
            assertThat(prompt).contains("`" + member + "`");
        }
    }

    @ParameterizedTest
    @MethodSource("skills")
    void theOfflineDraftsKeepToTheSameRules(Skill<Brief, ?> skill) {
        assertThat(problem(skill)).isNull();
    }

    private static <A> String problem(Skill<Brief, A> skill) {
        var answer = skill.offline().answer().apply(BRIEF);
        return skill.problem().apply(Json.read(Json.write(answer), skill.answerType()));
    }

    @Test
    void aDraftThatBreaksARuleIsNamed() {
        assertThat(Rules.prd(new Drafts.Prd(null, "Hello"))).startsWith("markdown");
        assertThat(Rules.prd(new Drafts.Prd("# PRD", " "))).startsWith("clientMessage");
        assertThat(Rules.clientText(new Drafts.ClientText("x".repeat(480)))).isNull();
        assertThat(Rules.clientText(new Drafts.ClientText("x".repeat(481)))).startsWith("clientMessage");
        assertThat(Rules.report(new Drafts.Report("a\nb", "x", "x"))).startsWith("title");
        assertThat(Rules.groundedText(new Drafts.GroundedText("Hello", null))).startsWith("sources");
        assertThat(Rules.assessment(new Drafts.Assessment(null, List.of()))).startsWith("enoughKnown");
        assertThat(Rules.assessment(new Drafts.Assessment(true, List.of("colour"))))
                .startsWith("missing");
    }
}
