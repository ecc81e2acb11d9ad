package dev.switchboard.process;

import static dev.switchboard.process.Drawing.drawing;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** No path leads past a person from drafted words, or from nowhere, to a task that acts on the outside. */
class PathRuleTest {

    private static void refused(Drawing drawing, String path) {
        assertThat(TestEngine.refusal(drawing)).contains("Process p, element").contains("on the path " + path + ".");
    }

    private static void accepted(Drawing drawing) {
        assertThat(TestEngine.refusal(drawing)).isEmpty();
    }

    @Test
    void aReviewBetweenDraftAndSendIsAccepted() {
        accepted(drawing()
                .start("s")
                .task("draft_answer")
                .review("review")
                .task("send_answer")
                .end("e")
                .flow("s", "draft_answer", "review", "send_answer", "e"));
    }

    @Test
    void whatIsSharedWasReviewedForSharing() {
        refused(
                drawing()
                        .start("s")
                        .task("draft_prd", "draftPrdDelegate")
                        .task("share", "sendPrdLinkDelegate")
                        .end("e")
                        .flow("s", "draft_prd", "share", "e"),
                "draft_prd → share");
        refused(
                drawing()
                        .start("s")
                        .review("review", "review-answer")
                        .task("share", "sendPrdLinkDelegate")
                        .end("e")
                        .flow("s", "review", "share", "e"),
                "s → review → share");
        refused(
                drawing()
                        .start("s")
                        .review("review", "review-prd")
                        .task("draft_prd", "draftPrdDelegate")
                        .task("nudge", "sendPrdNudgeDelegate")
                        .end("e")
                        .flow("s", "review", "draft_prd", "nudge", "e"),
                "draft_prd → nudge");
        accepted(drawing()
                .start("s")
                .review("review", "review-prd")
                .task("share", "sendPrdLinkDelegate")
                .task("nudge", "sendPrdNudgeDelegate")
                .end("e")
                .flow("s", "review", "share", "nudge", "e"));
    }

    @Test
    void whatWasOnlySharedIsNeitherFiledNorTold() {
        for (var outside : new String[] {"filePrdIssueDelegate", "fileIssueDelegate", "tellClientDelegate"}) {
            refused(
                    drawing()
                            .start("s")
                            .review("review", "review-prd")
                            .task("share", "sendPrdLinkDelegate")
                            .task("outside", outside)
                            .end("e")
                            .flow("s", "review", "share", "outside", "e"),
                    "s → review → share → outside");
        }
        accepted(drawing()
                .start("s")
                .review("review", "review-prd")
                .task("share", "sendPrdLinkDelegate")
                .review("review_again", "review-prd")
                .task("file", "filePrdIssueDelegate")
                .end("e")
                .flow("s", "review", "share", "review_again", "file", "e"));
    }

    @Test
    void aFixedTextNeedsNoReviewAndMakesNothingElseNeedNone() {
        accepted(drawing()
                .start("s")
                .task("draft_answer")
                .task("send_nudge", "sendNudgeDelegate")
                .end("e")
                .flow("s", "draft_answer", "send_nudge", "e"));
        refused(
                drawing()
                        .start("s")
                        .task("draft_answer")
                        .task("send_nudge", "sendNudgeDelegate")
                        .task("send_answer")
                        .end("e")
                        .flow("s", "draft_answer", "send_nudge", "send_answer", "e"),
                "draft_answer → send_nudge → send_answer");
    }

    @Test
    void directly() {
        refused(
                drawing()
                        .start("s")
                        .task("draft_answer")
                        .task("send_answer")
                        .end("e")
                        .flow("s", "draft_answer", "send_answer", "e"),
                "draft_answer → send_answer");
    }

    @Test
    void fromTheStart() {
        refused(drawing().start("s").task("send_answer").end("e").flow("s", "send_answer", "e"), "s → send_answer");
    }

    @Test
    void throughAGateway() {
        refused(
                drawing()
                        .start("s")
                        .task("draft_answer")
                        .element("exclusiveGateway", "is_it_good")
                        .review("review")
                        .task("send_answer")
                        .end("e")
                        .flow("s", "draft_answer", "is_it_good", "review", "send_answer", "e")
                        .raw(
                                "<sequenceFlow id='good' sourceRef='is_it_good' targetRef='send_answer'><conditionExpression xsi:type='tFormalExpression'>${confidence &gt; 0.9}</conditionExpression></sequenceFlow>"),
                "draft_answer → is_it_good → send_answer");
    }

    @Test
    void throughACallActivity() {
        refused(
                drawing()
                        .start("s")
                        .review("review")
                        .call("ask_again")
                        .task("send_answer")
                        .end("e")
                        .flow("s", "review", "ask_again", "send_answer", "e"),
                "ask_again → send_answer");
        accepted(drawing()
                .start("s")
                .call("prepare")
                .review("review")
                .task("send_answer")
                .end("e")
                .flow("s", "prepare", "review", "send_answer", "e"));
    }

    @Test
    void throughAnEventSubProcess() {
        refused(
                drawing()
                        .start("s")
                        .task("draft_answer")
                        .review("review")
                        .end("e")
                        .flow("s", "draft_answer", "review", "e")
                        .eventSub(
                                "overdue",
                                drawing()
                                        .eventStart("too_late", true)
                                        .task("send_answer")
                                        .end("sent")
                                        .flow("too_late", "send_answer", "sent")),
                "too_late → send_answer");
        accepted(drawing()
                .start("s")
                .task("draft_answer")
                .review("review")
                .end("e")
                .flow("s", "draft_answer", "review", "e")
                .eventSub(
                        "overdue",
                        drawing()
                                .eventStart("too_late", true)
                                .review("hurry", "write-answer")
                                .task("send_answer")
                                .end("sent")
                                .flow("too_late", "hurry", "send_answer", "sent")));
    }

    @Test
    void approvalsAreLostWhenAnEventSubProcessEndsWhatItInterrupts() {
        var inner = drawing()
                .start("s2")
                .task("draft_answer")
                .review("review")
                .end("e2")
                .flow("s2", "draft_answer", "review", "e2");
        accepted(drawing()
                .start("s")
                .sub("prepare", inner)
                .task("send_answer")
                .end("e")
                .flow("s", "prepare", "send_answer", "e"));
        refused(
                drawing()
                        .start("s")
                        .sub(
                                "prepare",
                                inner.eventSub(
                                        "overdue",
                                        drawing()
                                                .eventStart("too_late", true)
                                                .end("gave_up")
                                                .flow("too_late", "gave_up")))
                        .task("send_answer")
                        .end("e")
                        .flow("s", "prepare", "send_answer", "e"),
                "too_late → gave_up → send_answer");
    }

    @Test
    void aHarmlessEventBesideLosesNothing() {
        accepted(drawing()
                .start("s")
                .sub(
                        "prepare",
                        drawing()
                                .start("s2")
                                .task("draft_answer")
                                .review("review")
                                .end("e2")
                                .flow("s2", "draft_answer", "review", "e2")
                                .eventSub(
                                        "overdue",
                                        drawing()
                                                .eventStart("too_late", false)
                                                .end("noted")
                                                .flow("too_late", "noted")))
                .task("send_answer")
                .end("e")
                .flow("s", "prepare", "send_answer", "e"));
    }

    @Test
    void aroundALoop() {
        refused(
                drawing()
                        .start("s")
                        .review("review")
                        .task("send_answer")
                        .element("exclusiveGateway", "again")
                        .task("draft_more")
                        .end("e")
                        .flow("s", "review", "send_answer", "again", "e")
                        .flow("again", "draft_more", "send_answer"),
                "draft_more → send_answer");
        accepted(drawing()
                .start("s")
                .task("draft_answer")
                .review("review")
                .element("exclusiveGateway", "again")
                .task("send_answer")
                .end("e")
                .flow("s", "draft_answer", "review", "again", "send_answer", "e")
                .flow("again", "draft_answer"));
    }

    @Test
    void theReviewMustShowWhatLeaves() {
        refused(
                drawing()
                        .start("s")
                        .task("draft_answer")
                        .review("triage", "triage-request")
                        .task("send_answer")
                        .end("e")
                        .flow("s", "draft_answer", "triage", "send_answer", "e"),
                "draft_answer → triage → send_answer");
        refused(
                drawing()
                        .start("s")
                        .task("draft_prd", "draftPrdDelegate")
                        .review("review")
                        .task("file", "filePrdIssueDelegate")
                        .end("e")
                        .flow("s", "draft_prd", "review", "file", "e"),
                "draft_prd → review → file");
        refused(
                drawing()
                        .start("s")
                        .review("review", "review-prd")
                        .task("file", "fileBugIssueDelegate")
                        .end("e")
                        .flow("s", "review", "file", "e"),
                "s → review → file");
        accepted(drawing()
                .start("s")
                .review("review", "review-bug-report")
                .task("file", "fileBugIssueDelegate")
                .task("file_too", "fileIssueDelegate")
                .task("tell_client")
                .end("e")
                .flow("s", "review", "file", "file_too", "tell_client", "e"));
    }

    @Test
    void eitherReviewWillDoWhereEitherDocumentIsFiled() {
        accepted(drawing()
                .start("s")
                .element("exclusiveGateway", "kind")
                .review("prd", "review-prd")
                .review("bug", "review-bug-report")
                .task("file", "fileIssueDelegate")
                .end("e")
                .flow("s", "kind", "prd", "file", "e")
                .flow("kind", "bug", "file"));
    }

    @Test
    void nestedInSubProcesses() {
        refused(
                drawing()
                        .start("s")
                        .sub(
                                "outer",
                                drawing()
                                        .start("s2")
                                        .sub(
                                                "inner",
                                                drawing()
                                                        .start("s3")
                                                        .task("draft_answer")
                                                        .end("e3")
                                                        .flow("s3", "draft_answer", "e3"))
                                        .end("e2")
                                        .flow("s2", "inner", "e2"))
                        .task("send_answer")
                        .end("e")
                        .flow("s", "outer", "send_answer", "e"),
                "draft_answer → e3 → e2 → send_answer");
    }

    @Test
    void aBoundaryEventLeavesTheReviewUnfinished() {
        refused(
                drawing()
                        .start("s")
                        .task("draft_answer")
                        .review("review")
                        .boundary("too_late", "review", true)
                        .task("send_answer")
                        .end("e")
                        .flow("s", "draft_answer", "review", "e")
                        .flow("too_late", "send_answer"),
                "draft_answer → review → too_late → send_answer");
        accepted(drawing()
                .start("s")
                .task("draft_answer")
                .review("review")
                .task("store")
                .boundary("broken", "store", true)
                .task("send_answer")
                .end("e")
                .flow("s", "draft_answer", "review", "store", "e")
                .flow("broken", "send_answer"));
    }

    @Test
    void aBoundaryEventMayHappenAnywhereInsideASubProcess() {
        refused(
                drawing()
                        .start("s")
                        .review("review")
                        .sub(
                                "work",
                                drawing()
                                        .start("s2")
                                        .task("draft_answer")
                                        .review("review_again")
                                        .end("e2")
                                        .flow("s2", "draft_answer", "review_again", "e2"))
                        .boundary("too_late", "work", true)
                        .task("send_answer")
                        .end("e")
                        .flow("s", "review", "work", "e")
                        .flow("too_late", "send_answer"),
                "draft_answer → too_late → send_answer");
    }

    @Test
    void overALinkEvent() {
        refused(
                drawing()
                        .start("s")
                        .task("draft_answer")
                        .task("send_answer")
                        .end("e")
                        .raw(
                                "<intermediateThrowEvent id='leap' name='over'><linkEventDefinition name='over'/></intermediateThrowEvent>")
                        .raw(
                                "<intermediateCatchEvent id='land' name='over'><linkEventDefinition name='over'/></intermediateCatchEvent>")
                        .flow("s", "draft_answer", "leap")
                        .flow("land", "send_answer", "e"),
                "draft_answer → leap → land → send_answer");
    }

    @Test
    void afterAnEventBasedGateway() {
        var timer = "<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>";
        refused(
                drawing()
                        .start("s")
                        .task("draft_answer")
                        .element("eventBasedGateway", "wait")
                        .raw("<intermediateCatchEvent id='soon'>" + timer + "</intermediateCatchEvent>")
                        .raw("<intermediateCatchEvent id='late'>" + timer + "</intermediateCatchEvent>")
                        .review("review")
                        .task("send_answer")
                        .end("e")
                        .flow("s", "draft_answer", "wait", "soon", "review", "send_answer", "e")
                        .flow("wait", "late", "send_answer"),
                "draft_answer → wait → late → send_answer");
    }

    @Test
    void compensationBeginsUnapprovedAndMayDraft() {
        var undo = "<boundaryEvent id='undone' attachedToRef='store'><compensateEventDefinition/></boundaryEvent>"
                + "<association id='a' associationDirection='One' sourceRef='undone' targetRef='%s'/>";
        var throwing = "<intermediateThrowEvent id='undo'><compensateEventDefinition/></intermediateThrowEvent>";
        refused(
                drawing()
                        .start("s")
                        .review("review")
                        .task("store")
                        .raw(throwing)
                        .end("e")
                        .raw(
                                "<serviceTask id='send_sorry' isForCompensation='true' camunda:delegateExpression='${sendAnswerDelegate}'/>")
                        .raw(undo.formatted("send_sorry"))
                        .flow("s", "review", "store", "undo", "e"),
                "send_sorry");
        refused(
                drawing()
                        .start("s")
                        .review("review")
                        .task("store")
                        .raw(throwing)
                        .task("send_answer")
                        .end("e")
                        .raw(
                                "<serviceTask id='draft_sorry' isForCompensation='true' camunda:delegateExpression='${draftAnswerDelegate}'/>")
                        .raw(undo.formatted("draft_sorry"))
                        .flow("s", "review", "store", "undo", "send_answer", "e"),
                "undo → send_answer");
    }

    @Test
    void nobodyIsAskedOverAnEmptyCollection() {
        refused(
                drawing()
                        .start("s")
                        .task("draft_answer")
                        .raw(
                                "<userTask id='review' camunda:formRef='review-answer' camunda:formRefBinding='deployment'><multiInstanceLoopCharacteristics camunda:collection='reviewers'/></userTask>")
                        .task("send_answer")
                        .end("e")
                        .flow("s", "draft_answer", "review", "send_answer", "e"),
                "draft_answer → review → send_answer");
    }

    @Test
    void listenersCountAsTheTaskTheyDo() {
        refused(
                drawing()
                        .start("s")
                        .task("draft_answer")
                        .raw(
                                "<task id='note'><extensionElements><camunda:executionListener event='start' delegateExpression='${sendAnswerListener}'/></extensionElements></task>")
                        .end("e")
                        .flow("s", "draft_answer", "note", "e"),
                "draft_answer → note");
        refused(
                drawing()
                        .start("s")
                        .raw(
                                "<userTask id='review' camunda:formRef='review-answer' camunda:formRefBinding='deployment'><extensionElements><camunda:executionListener event='end' delegateExpression='${draftAnswerListener}'/></extensionElements></userTask>")
                        .task("send_answer")
                        .end("e")
                        .flow("s", "review", "send_answer", "e"),
                "review → send_answer");
        refused(
                drawing()
                        .start("s")
                        .review("review")
                        .task("send_answer")
                        .end("e")
                        .flow("s", "review")
                        .raw(
                                "<sequenceFlow id='on_the_way' sourceRef='review' targetRef='send_answer'><extensionElements><camunda:executionListener event='take' delegateExpression='${draftAnswerListener}'/></extensionElements></sequenceFlow>")
                        .flow("send_answer", "e"),
                "on_the_way → send_answer");
        refused(
                drawing()
                        .start("s")
                        .review("review")
                        .raw(
                                "<subProcess id='work'><extensionElements><camunda:executionListener event='end' delegateExpression='${sendAnswerListener}'/></extensionElements><startEvent id='s2'/></subProcess>")
                        .end("e")
                        .flow("s", "review", "work", "e"),
                "work");
    }

    @Test
    void classifyingWritesNoWordsForTheClient() {
        accepted(drawing()
                .start("s")
                .review("review")
                .task("classify_again")
                .task("send_answer")
                .end("e")
                .flow("s", "review", "classify_again", "send_answer", "e"));
    }

    @Test
    void allRefusalsComeAtOnce() {
        assertThat(TestEngine.refusal(drawing()
                        .start("s")
                        .task("draft_answer")
                        .task("send_answer")
                        .task("tell_client")
                        .end("e")
                        .flow("s", "draft_answer", "send_answer", "tell_client", "e")))
                .contains("element send_answer:")
                .contains("element tell_client:");
    }
}
