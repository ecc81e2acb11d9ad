package dev.switchboard.process;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionPathTest {

    @RegisterExtension
    static final Paths PATHS = new Paths("question");

    @Test
    void aDraftedAnswerLeavesAfterItsReview() {
        handledBy("ai")
                .decides("review_answer", "approve")
                .endsAt("question_answered")
                .hasPassedInOrder(
                        "question_asked",
                        "who_answers",
                        "draft_answer",
                        "review_answer",
                        "answer_decision",
                        "send_answer",
                        "question_answered")
                .hasNotPassed("write_answer");
    }

    @Test
    void redraftGoesRoundUntilTheAnswerIsApproved() {
        handledBy("ai")
                .decides("review_answer", "redraft")
                .decides("review_answer", "approve")
                .endsAt("question_answered")
                .hasPassedTimes("draft_answer", 2)
                .hasPassedTimes("send_answer", 1);
    }

    @Test
    void aDeclinedDraftIsWrittenByAPerson() {
        handledBy("ai")
                .decides("review_answer", "decline")
                .decides("write_answer", "send")
                .endsAt("question_answered")
                .hasPassedInOrder("review_answer", "write_answer", "written_answer_decision", "send_answer");
    }

    @Test
    void aPersonWritesTheAnswerWhereNoAiMay() {
        handledBy("human")
                .decides("write_answer", "send")
                .endsAt("question_answered")
                .hasPassedInOrder("who_answers", "write_answer", "written_answer_decision", "send_answer")
                .hasNotPassed("draft_answer");
    }

    @Test
    void aQuestionCanBeClosedWithoutAnAnswer() {
        handledBy("human")
                .decides("write_answer", "close")
                .endsAt("closed_without_answer")
                .hasNotPassed("send_answer");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "send", "APPROVE"})
    void anythingButAClearDecisionIsAnotherDraft(String decision) {
        handledBy("ai")
                .decides("review_answer", decision)
                .waitsAt("review_answer")
                .hasPassedTimes("draft_answer", 2)
                .hasNotPassed("send_answer");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "approve"})
    void anythingButSendSendsNothing(String decision) {
        handledBy("human")
                .decides("write_answer", decision)
                .endsAt("closed_without_answer")
                .hasNotPassed("send_answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AI", "robot"})
    void onlyTheWordAiLetsTheAiDraft(String handling) {
        handledBy(handling).waitsAt("write_answer").hasNotPassed("draft_answer");
    }

    private static Walk handledBy(String handling) {
        return PATHS.start(Map.of("handling", handling));
    }
}
