package dev.switchboard.ai;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way to a model. Every call is recorded, an answer under a key that survives a retry: a step that runs again
 * finds the recorded answer, costs nothing and says the same. It never throws because a model does not answer.
 */
@Component
public class ModelGateway {

    private static final Logger LOG = LoggerFactory.getLogger(ModelGateway.class);

    private final LanguageModel languageModel;
    private final OfflineModel offlineModel;
    private final AiProperties properties;
    private final ModelCalls calls;
    private final TransactionTemplate transaction;
    private final ModelThreads threads;

    ModelGateway(
            LanguageModel languageModel,
            OfflineModel offlineModel,
            AiProperties properties,
            ModelCalls calls,
            TransactionTemplate transaction,
            ModelThreads threads) {
        this.languageModel = languageModel;
        this.offlineModel = offlineModel;
        this.properties = properties;
        this.calls = calls;
        this.transaction = transaction;
        this.threads = threads;
    }

    /** @param key of the step and round, such as {@code R-1042/draft_prd/start} */
    public <I, A> Answer<A> ask(Skill<I, A> skill, String key, String requestId, I input) {
        return askTogether(List.of(skill), key, requestId, input).get(0);
    }

    /** Asks several skills about the same input at once; the answers are in the order of the skills. */
    public <I, A> List<Answer<A>> askTogether(List<Skill<I, A>> skills, String key, String requestId, I input) {
        var attempts = skills.stream()
                .map(skill -> CompletableFuture.supplyAsync(
                        () -> attempt(skill, key + "/" + skill.purpose(), requestId, input), threads.executor()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        transaction.executeWithoutResult(
                tx -> attempts.forEach(attempt -> attempt.calls().forEach(calls::insert)));
        return IntStream.range(0, skills.size())
                .mapToObj(i -> read(skills.get(i), attempts.get(i), input))
                .toList();
    }

    private <I, A> Attempt attempt(Skill<I, A> skill, String key, String requestId, I input) {
        var recorded = calls.findAnswer(key);
        if (recorded != null) {
            return Attempt.recorded(recorded);
        }
        if (!languageModel.connected()) {
            return offline(List.of(), skill, key, requestId, input, null);
        }
        var attempt = languageModel.ask(skill, key, requestId, input);
        if (attempt.answer() != null) {
            return attempt;
        }
        LOG.warn("{}: no answer to {}: {}", requestId, skill.purpose(), attempt.unavailable());
        return skill.kind() == Skill.Kind.DECISION && properties.offlineStandsIn()
                ? offline(attempt.calls(), skill, key, requestId, input, attempt.unavailable())
                : attempt;
    }

    private <I, A> Attempt offline(
            List<ModelCalls.ModelCall> before, Skill<I, A> skill, String key, String requestId, I input, String why) {
        var answer = offlineModel.answer(skill, key, requestId, input);
        var all = new ArrayList<>(before);
        all.add(answer);
        return new Attempt(all, answer, why);
    }

    private static <I, A> Answer<A> read(Skill<I, A> skill, Attempt attempt, I input) {
        var call = attempt.answer();
        return call == null
                ? Answer.nobody(skill.nobody().apply(input), attempt.unavailable())
                : new Answer<>(
                        Replies.read(call.output(), skill.answerType()),
                        call.model(),
                        call.promptVersion(),
                        attempt.unavailable());
    }
}
