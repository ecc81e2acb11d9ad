package dev.switchboard.process;

import static dev.switchboard.process.Drawing.drawing;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** No branch drafts while another sends. */
class ConcurrencyRuleTest {

    private static void refused(Drawing drawing, String outside, String draft) {
        assertThat(TestEngine.refusal(drawing)).contains(outside + " may run at the same time as " + draft);
    }

    private static void accepted(Drawing drawing) {
        assertThat(TestEngine.refusal(drawing)).isEmpty();
    }

    private static Drawing forked(String gateway) {
        return drawing()
                .start("s")
                .review("review")
                .element(gateway, "fork")
                .element(gateway, "join")
                .end("e")
                .flow("s", "review", "fork")
                .flow("join", "e");
    }

    @Test
    void parallelBranches() {
        for (var gateway : new String[] {"parallelGateway", "inclusiveGateway"}) {
            refused(
                    forked(gateway)
                            .task("draft_more")
                            .task("send_answer")
                            .flow("fork", "draft_more", "join")
                            .flow("fork", "send_answer", "join"),
                    "send_answer",
                    "draft_more");
            accepted(forked(gateway)
                    .task("store")
                    .task("send_answer")
                    .flow("fork", "store", "join")
                    .flow("fork", "send_answer", "join"));
        }
    }

    @Test
    void whatFollowsTheJoinIsNotConcurrent() {
        for (var gateway : new String[] {"parallelGateway", "inclusiveGateway"}) {
            accepted(drawing()
                    .start("s")
                    .element(gateway, "fork")
                    .task("draft_more")
                    .task("store")
                    .element(gateway, "join")
                    .review("review")
                    .task("send_answer")
                    .element("exclusiveGateway", "again")
                    .end("e")
                    .flow("s", "fork", "draft_more", "join", "review", "send_answer", "again", "e")
                    .flow("fork", "store", "join")
                    .flow("again", "fork"));
        }
    }

    @Test
    void branchesThatMeetInAnExclusiveGatewayStayConcurrent() {
        refused(
                drawing()
                        .start("s")
                        .element("parallelGateway", "fork")
                        .task("draft_more")
                        .task("store")
                        .element("exclusiveGateway", "merge")
                        .review("review")
                        .task("send_answer")
                        .end("e")
                        .flow("s", "fork", "draft_more", "merge", "review", "send_answer", "e")
                        .flow("fork", "store", "merge"),
                "send_answer",
                "draft_more");
    }

    @Test
    void severalFlowsOutOfATaskForkToo() {
        refused(
                drawing()
                        .start("s")
                        .review("review")
                        .task("draft_more")
                        .task("send_answer")
                        .end("e")
                        .flow("s", "review", "draft_more", "e")
                        .flow("review", "send_answer", "e"),
                "send_answer",
                "draft_more");
    }

    @Test
    void aJoinThatTwoTokensOfOneBranchSatisfyWaitsForNobody() {
        // "twice" puts two tokens on the one flow into "join", which therefore does not wait for "draft_more"
        refused(
                drawing()
                        .start("s")
                        .review("review")
                        .element("parallelGateway", "fork")
                        .element("parallelGateway", "twice")
                        .element("exclusiveGateway", "merge")
                        .task("draft_more")
                        .element("parallelGateway", "join")
                        .review("second")
                        .task("send_answer")
                        .end("e")
                        .flow("s", "review", "fork", "twice", "merge", "join", "second", "send_answer", "e")
                        .flow("twice", "merge")
                        .flow("fork", "draft_more", "join"),
                "send_answer",
                "draft_more");
    }

    @Test
    void nestedForksAreJoinedInside() {
        accepted(drawing()
                .start("s")
                .element("parallelGateway", "fork")
                .element("parallelGateway", "inner_fork")
                .element("parallelGateway", "inner_join")
                .task("draft_more")
                .task("draft_most")
                .task("store")
                .element("parallelGateway", "join")
                .review("review")
                .task("send_answer")
                .end("e")
                .flow("s", "fork", "inner_fork", "draft_more", "inner_join", "join", "review", "send_answer", "e")
                .flow("inner_fork", "draft_most", "inner_join")
                .flow("fork", "store", "join"));
    }

    @Test
    void aSubProcessJoinsWhatIsInside() {
        accepted(drawing()
                .start("s")
                .sub(
                        "prepare",
                        drawing()
                                .start("s2")
                                .task("draft_more")
                                .task("store")
                                .flow("s2", "draft_more")
                                .flow("s2", "store"))
                .review("review")
                .task("send_answer")
                .end("e")
                .flow("s", "prepare", "review", "send_answer", "e"));
    }

    @Test
    void besideABoundaryEvent() {
        refused(
                drawing()
                        .start("s")
                        .review("review")
                        .task("store")
                        .boundary("too_late", "store", false)
                        .task("draft_more")
                        .task("send_answer")
                        .end("e")
                        .flow("s", "review", "store", "send_answer", "e")
                        .flow("too_late", "draft_more"),
                "send_answer",
                "draft_more");
        accepted(drawing()
                .start("s")
                .review("review")
                .task("draft_more")
                .boundary("too_late", "review", false)
                .task("store")
                .end("e")
                .flow("s", "review", "e")
                .flow("too_late", "store", "draft_more"));
    }

    @Test
    void besideAnEventSubProcess() {
        refused(
                drawing()
                        .start("s")
                        .review("review")
                        .task("send_answer")
                        .end("e")
                        .flow("s", "review", "send_answer", "e")
                        .eventSub(
                                "wrote_again",
                                drawing()
                                        .eventStart("again", false)
                                        .task("draft_more")
                                        .flow("again", "draft_more")),
                "send_answer",
                "draft_more");
        refused(
                drawing()
                        .start("s")
                        .end("e")
                        .flow("s", "e")
                        .eventSub(
                                "wrote_again",
                                drawing()
                                        .eventStart("again", false)
                                        .task("draft_more")
                                        .review("review")
                                        .task("send_answer")
                                        .flow("again", "draft_more", "review", "send_answer")),
                "send_answer",
                "draft_more");
    }

    @Test
    void instancesOfAMultiInstanceSubProcess() {
        var inner =
                "<subProcess id='each'><multiInstanceLoopCharacteristics isSequential='%s' camunda:collection='all'/>"
                        + drawing()
                                .start("s2")
                                .task("draft_more")
                                .review("review")
                                .task("send_answer")
                                .flow("s2", "draft_more", "review", "send_answer")
                                .content()
                        + "</subProcess>";
        refused(
                drawing().start("s").raw(inner.formatted("false")).end("e").flow("s", "each", "e"),
                "send_answer",
                "draft_more");
        accepted(drawing().start("s").raw(inner.formatted("true")).end("e").flow("s", "each", "e"));
    }
}
