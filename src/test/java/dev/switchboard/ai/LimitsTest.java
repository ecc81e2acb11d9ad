package dev.switchboard.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.ArgumentMatchers.matches;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.switchboard.FakeLlm;
import dev.switchboard.FakeLlm.Step;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

/** What an owner may bound: who decides instead of a model, money, and how much is asked at once. */
class LimitsTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final FakeLlm llm = FakeLlm.start();

    @BeforeEach
    void answer() {
        llm.always("classify_type", Step.says("{\"value\":\"yes\",\"confidence\":0.9}"));
    }

    @AfterEach
    void close() {
        llm.close();
    }

    @Test
    void anOwnerMayWantAPersonInsteadOfTheOfflineModel() {
        llm.always("classify_type", Step.status(401));

        var decision = gateway("person", null).ask(Skill.Kind.DECISION, "step", "hello");

        assertThat(decision.given()).isFalse();
        assertThat(decision.value().confidence()).isZero();
    }

    @Test
    void onceTheMonthsBudgetIsSpentPeopleWriteAndOneNoticeSaysSo() {
        // One call costs 0.00056 dollars
        var test = gateway("offline", 0.001);

        IntStream.range(0, 5).forEach(n -> test.ask(Skill.Kind.DRAFT, "step " + n, "hello"));
        var draft = test.ask(Skill.Kind.DRAFT, "step 6", "hello");
        var decision = test.ask(Skill.Kind.DECISION, "step 7", "hello");

        assertThat(llm.calls()).hasSize(2);
        assertThat(draft.author()).isEqualTo("nobody: the AI budget of this month is spent");
        assertThat(decision.author()).isEqualTo("offline test, rules-1");
        verify(test.events, times(1))
                .appendOnce(matches("\\d{4}-\\d{2}"), any(), eq("ai_budget_reached"), isNull(), isNull(), any());
    }

    @Test
    void staffSeeASpentBudgetInHealthAndInTheTableAtTheStart() {
        var test = gateway("offline", 0.001);
        var before = health(test);
        IntStream.range(0, 2).forEach(n -> test.ask(Skill.Kind.DRAFT, "step " + n, "hello"));

        assertThat(before.getStatus()).isEqualTo(Status.UP);
        assertThat(health(test).getStatus().getCode()).isEqualTo("TROUBLE");
        assertThat(health(test).getDetails()).containsEntry("trouble", "the AI budget of this month is spent");
        assertThat(new AiConfiguration().aiConnector(test.vendor, test.budget).detail())
                .endsWith(", 0.00 of 0.00 USD spent this month");
    }

    @Test
    void staffSeeInHealthWhyTheLastCallFailed() {
        llm.always("classify_type", Step.status(401));
        var test = gateway("offline", null);
        test.ask(Skill.Kind.DRAFT, "step", "hello");

        assertThat(health(test).getDetails())
                .containsEntry("trouble", "The last call failed: the model's vendor refused our key (status 401)");
    }

    private static Health health(TestGateway test) {
        return new AiConfiguration()
                .aiHealthIndicator(test.vendor, test.calls, test.budget, Clock.systemUTC())
                .health();
    }

    @Test
    void aBudgetOfNothingAsksNobody() {
        assertThat(gateway("offline", 0.0)
                        .ask(Skill.Kind.DRAFT, "step", "hello")
                        .given())
                .isFalse();
        assertThat(llm.calls()).isEmpty();
    }

    @Test
    void whatFindsNoPlaceInTimeIsNotAsked() {
        llm.always("classify_type", Step.hangs());
        var test = gateway(Duration.ofMillis(300), "person", null, 1);
        var draft = CompletableFuture.supplyAsync(() -> test.ask(Skill.Kind.DRAFT, "first step", "hello"));
        await().until(() -> llm.calls().size() == 1);

        var decision = test.ask(Skill.Kind.DECISION, "second step", "hello");

        assertThat(decision.unavailable()).isEqualTo("too many questions to the model were under way");
        assertThat(draft).isNotDone();
        assertThat(llm.calls()).hasSize(1);
    }

    @Test
    void aProgramThatStopsRecordsNothingAndTheStepRunsAgainLater() {
        llm.always("classify_type", Step.hangs());
        var test = gateway(LONG, "offline", null, 64);
        var step = CompletableFuture.supplyAsync(() -> test.ask(Skill.Kind.DRAFT, "step", "hello"));
        await().until(() -> llm.calls().size() == 1);

        test.threads.destroy();

        assertThat(step).failsWithin(LONG);
        assertThat(test.calls.rows).isEmpty();
    }

    private TestGateway gateway(String fallback, Double budget) {
        return gateway(LONG, fallback, budget, 64);
    }

    private TestGateway gateway(Duration classify, String fallback, Double budget, int concurrency) {
        var account = Account.checked("OPENAI", FakeLlm.KEY, llm.openAiUrl());
        return new TestGateway(
                Vendors.openAi(account, Vendors.DEFAULT_OPENAI, TestGateway.CONNECT),
                TestGateway.properties(LONG, classify, LONG, fallback, budget, concurrency));
    }
}
