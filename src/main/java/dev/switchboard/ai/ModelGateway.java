package dev.switchboard.ai;

import dev.switchboard.ai.ModelCalls.ModelCall;
import dev.switchboard.system.Json;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way to a model. Every answer is recorded under a key that survives a retry: a step that runs again finds the
 * recorded answer, costs nothing and says the same.
 */
@Component
public class ModelGateway implements DisposableBean {

    private static final String OFFLINE = "offline";

    private final ModelCalls calls;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "model-call");
        thread.setDaemon(true);
        return thread;
    });

    ModelGateway(ModelCalls calls, TransactionTemplate transaction, Clock clock) {
        this.calls = calls;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param key of the step and round, such as {@code R-1042/draft_prd/start} */
    public <I, A> Answer<A> ask(Skill<I, A> skill, String key, String requestId, I input) {
        return askTogether(List.of(skill), key, requestId, input).get(0);
    }

    /** Asks several skills about the same input at once; the answers are in the order of the skills. */
    public <I, A> List<Answer<A>> askTogether(List<Skill<I, A>> skills, String key, String requestId, I input) {
        var answers = skills.stream()
                .map(skill -> CompletableFuture.supplyAsync(() -> answer(skill, key, requestId, input), threads))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        transaction.executeWithoutResult(tx -> answers.forEach(call -> calls.insert(call)));
        return IntStream.range(0, skills.size())
                .mapToObj(i -> read(skills.get(i), answers.get(i)))
                .toList();
    }

    private <I, A> ModelCall answer(Skill<I, A> skill, String key, String requestId, I input) {
        var fullKey = key + "/" + skill.purpose();
        var recorded = calls.find(fullKey);
        if (recorded != null) {
            return recorded;
        }
        var start = System.nanoTime();
        var output = Json.write(skill.offline().apply(input));
        return new ModelCall(
                fullKey,
                requestId,
                skill.purpose(),
                OFFLINE,
                skill.offlineModel(),
                skill.version(),
                Json.write(input),
                output,
                "answered",
                null,
                null,
                0.0,
                (System.nanoTime() - start) / 1_000_000,
                clock.instant());
    }

    private static <A> Answer<A> read(Skill<?, A> skill, ModelCall call) {
        return new Answer<>(Json.read(call.output(), skill.answerType()), call.model(), call.promptVersion());
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
