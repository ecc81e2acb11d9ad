package dev.switchboard.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientRequestPathTest {

    private static final double SURE = 0.9;
    private static final double UNSURE = 0.5;

    @RegisterExtension
    static final Paths PATHS = new Paths("client_request");

    private final List<String> closed = new ArrayList<>();

    @BeforeEach
    void listenToTheEnd() {
        PATHS.stub("requestClosedListener", execution -> closed.add(execution.getProcessBusinessKey()));
        PATHS.stub("assessReportDelegate", execution -> Vars.ENOUGH_KNOWN.set(execution, true));
    }

    @ParameterizedTest
    @CsvSource({
        "feature, handle_feature_request, review_prd",
        "bug, handle_bug_report, review_bug_report",
        "question, answer_question, review_answer"
    })
    void aClearTextOfAClientIsDraftedForReview(String type, String handledBy, String task) {
        text(type, SURE, true)
                .hasOpenTask(task)
                .waitsAt("handle_request", handledBy)
                .hasPassedInOrder(
                        "message_received", "classify_request", "decide_handling", "needs_a_person", "request_kind")
                .hasNotPassed("triage_request");
    }

    @Test
    void aRequestClosesWhenItsProcessHasEnded() {
        text("feature", SURE, true)
                .decides("review_prd", "decline")
                .endsAt("request_closed")
                .hasPassedInOrder("handle_feature_request", "request_handled", "request_closed");
        assertThat(closed).hasSize(1);
    }

    @Test
    void aBugReportEndsTheRequestToo() {
        text("bug", SURE, true).decides("review_bug_report", "decline").endsAt("request_closed");
    }

    @Test
    void anAnsweredQuestionEndsTheRequest() {
        text("question", SURE, true).decides("review_answer", "approve").endsAt("request_closed");
    }

    @ParameterizedTest
    @CsvSource({"question, 0.9, false", "question, 0.5, true", "other, 0.9, true"})
    void aPersonLooksFirstAtStrangersUnsureAndOtherTexts(String type, double confidence, boolean known) {
        text(type, confidence, known).waitsAt("triage_request").hasNotPassed("handle_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"feature", "bug", "question"})
    void aPersonLooksFirstWhereANoteSaysSo(String type) {
        PATHS.stub("classifyRequestDelegate", execution -> {
            Vars.REQUEST_TYPE.set(execution, type);
            Vars.URGENCY.set(execution, "normal");
            Vars.CONFIDENCE.set(execution, SURE);
        });
        PATHS.start(Map.of("knownSender", true, "triageNote", "These words seem to be about R-1."))
                .waitsAt("triage_request")
                .hasNotPassed("handle_request");
    }

    @Test
    void triageLetsARequestProceed() {
        text("feature", UNSURE, true)
                .decides("triage_request", "proceed")
                .hasOpenTask("review_prd")
                .hasPassedInOrder("needs_a_person", "triage_request", "is_a_request", "request_kind");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"close", "", "Proceed", "approve"})
    void anythingButProceedClosesTheTextAsNoise(String decision) {
        text("other", SURE, false)
                .decides("triage_request", decision)
                .endsAt("closed_as_noise")
                .hasNotPassed("handle_request", "request_closed");
        assertThat(closed).hasSize(1);
    }

    @Test
    void anUnknownKindIsAnsweredAsAQuestionByAPerson() {
        text("praise", SURE, true).decides("triage_request", "proceed").hasOpenTask("write_answer");
    }

    @ParameterizedTest
    @CsvSource({
        "feature, review_prd, bug, review_bug_report",
        "bug, review_bug_report, question, review_answer",
        "question, review_answer, feature, review_prd"
    })
    void aReclassifiedRequestDropsItsOpenTaskAndStartsTheRightProcess(
            String type, String oldTask, String newType, String newTask) {
        text(type, SURE, true)
                .hasOpenTask(oldTask)
                .hears(ClientRequest.MESSAGE_RECLASSIFIED, Map.of("requestType", newType))
                .hasOpenTask(newTask)
                .hasPassedInOrder("request_kind", "reclassified", "request_kind");
        assertThat(closed).isEmpty();
    }

    @Test
    void aRequestCanBeReclassifiedMoreThanOnce() {
        text("feature", SURE, true)
                .hears(ClientRequest.MESSAGE_RECLASSIFIED, Map.of("requestType", "question"))
                .hears(ClientRequest.MESSAGE_RECLASSIFIED, Map.of("requestType", "feature"))
                .decides("review_prd", "decline")
                .endsAt("request_closed")
                .hasPassedTimes("reclassified", 2);
        assertThat(closed).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"feature, review_prd", "bug, review_bug_report", "question, review_answer"})
    void newWordsAreShownBesideTheWorkThatGoesOn(String type, String task) {
        var shown = new ArrayList<Object>();
        PATHS.stub("noteNewWordsDelegate", execution -> shown.add(Vars.NEW_WORDS.get(execution)));
        text(type, SURE, true)
                .hasOpenTask(task)
                .hears(ClientRequest.MESSAGE_CLIENT_WROTE_AGAIN, Map.of("newWords", "M-2"))
                .hears(ClientRequest.MESSAGE_CLIENT_WROTE_AGAIN, Map.of("newWords", "M-3"))
                .hasOpenTask(task)
                .hasPassedInOrder("new_words_arrived", "note_new_words", "new_words_shown")
                .decides(task, type.equals("question") ? "approve" : "decline")
                .endsAt("request_closed")
                .hasPassedTimes("note_new_words", 2);
        assertThat(shown).containsExactly("M-2", "M-3");
        assertThat(closed).hasSize(1);
    }

    @Test
    void newWordsAreShownInTriageToo() {
        text("other", SURE, false)
                .waitsAt("triage_request")
                .hears(ClientRequest.MESSAGE_CLIENT_WROTE_AGAIN, Map.of("newWords", "M-2"))
                .waitsAt("triage_request")
                .hasPassedTimes("note_new_words", 1);
    }

    @ParameterizedTest
    @CsvSource({"feature, 0.9", "bug, 0.9", "question, 0.9", "other, 0.5"})
    void aWithdrawnRequestEndsWhateverIsUnderWay(String type, double confidence) {
        text(type, confidence, true)
                .hears(ClientRequest.MESSAGE_CLIENT_WROTE_AGAIN, Map.of("newWords", "M-2"))
                .hears(ClientRequest.MESSAGE_WITHDRAWN, Map.of())
                .endsAt("closed_as_withdrawn")
                .hasPassedInOrder("withdrawal_received", "close_withdrawn_request", "closed_as_withdrawn")
                .hasNotPassed("request_closed", "closed_as_noise")
                .hasNoTask();
        assertThat(closed).hasSize(1);
    }

    @Test
    void aRequestIsWithdrawnBeforeItWasRead() {
        text("bug", SURE, true)
                .hearsAtOnce(ClientRequest.MESSAGE_WITHDRAWN, Map.of())
                .endsAt("closed_as_withdrawn")
                .hasNotPassed("classify_request");
    }

    @Test
    void aResponseThatIsOverdueIsEscalatedBesideTheWork() {
        PATHS.stub("checkResponseDelegate", execution -> Vars.RESPONDED.set(execution, false));
        text("feature", SURE, true)
                .hasOpenTask("review_prd")
                .timerGoesOff(ClientRequest.RESPONSE_DEADLINE_PASSED)
                .waitsAt("handle_request", "handle_feature_request")
                .hasPassedInOrder("response_deadline_passed", "check_response", "escalate", "response_escalated")
                .decides("review_prd", "decline")
                .endsAt("request_closed");
    }

    @Test
    void aResponseInTimeIsNotEscalated() {
        PATHS.stub("checkResponseDelegate", execution -> Vars.RESPONDED.set(execution, true));
        text("bug", SURE, true)
                .timerGoesOff(ClientRequest.RESPONSE_DEADLINE_PASSED)
                .hasOpenTask("review_bug_report")
                .hasPassedInOrder("response_deadline_passed", "check_response", "response_was_in_time")
                .hasNotPassed("escalate");
    }

    @Test
    void aDeadlinePassesInTriageToo() {
        PATHS.stub("checkResponseDelegate", execution -> Vars.RESPONDED.set(execution, false));
        text("other", SURE, false)
                .hasOpenTask("triage_request")
                .timerGoesOff(ClientRequest.RESPONSE_DEADLINE_PASSED)
                .hasOpenTask("triage_request")
                .hasPassedInOrder("check_response", "escalate", "response_escalated");
    }

    private static Walk text(String type, double confidence, boolean known) {
        PATHS.stub("classifyRequestDelegate", execution -> {
            Vars.REQUEST_TYPE.set(execution, type);
            Vars.URGENCY.set(execution, "normal");
            Vars.CONFIDENCE.set(execution, confidence);
        });
        return PATHS.start(Map.of("knownSender", known));
    }
}
