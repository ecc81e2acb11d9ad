package dev.switchboard.ai;

import dev.switchboard.ai.ModelCalls.ModelCall;
import dev.switchboard.system.Times;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Asks the vendor's model, with one more try where that may help and one more question where the reply cannot be used:
 * three calls at most, and all within the time that a request may wait before it is a person's.
 */
@Component
class LanguageModel {

    private final Vendor vendor;
    private final AiProperties properties;
    private final Prices prices;
    private final Budget budget;
    private final ModelCalls calls;
    private final ModelThreads threads;
    private final Clock clock;
    private final Semaphore places;

    LanguageModel(
            Vendor vendor,
            AiProperties properties,
            Prices prices,
            Budget budget,
            ModelCalls calls,
            ModelThreads threads,
            Clock clock) {
        this.vendor = vendor;
        this.properties = properties;
        this.prices = prices;
        this.budget = budget;
        this.calls = calls;
        this.threads = threads;
        this.clock = clock;
        this.places = new Semaphore(properties.aiConcurrency(), true);
    }

    boolean connected() {
        return vendor.live();
    }

    <I, A> Attempt ask(Skill<I, A> skill, String key, String requestId, I input) {
        var exhausted = budget.exhausted();
        if (exhausted != null) {
            return Attempt.failed(List.of(), exhausted);
        }
        var time = timeFor(skill, requestId);
        if (time.isNegative() || time.isZero()) {
            return Attempt.failed(List.of(), "this request has waited long enough for a model that does not answer");
        }
        var deadline = System.nanoTime() + time.toNanos();
        try {
            if (!places.tryAcquire(left(deadline).toNanos(), TimeUnit.NANOSECONDS)) {
                return Attempt.failed(List.of(), "too many questions to the model were under way");
            }
            try {
                return converse(new Question<>(skill, key, requestId, input, Fence.random()), deadline);
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Switchboard stopped while it waited for a model", e);
        }
    }

    private record Question<I, A>(Skill<I, A> skill, String key, String requestId, I input, Fence fence) {

        PromptFile prompt() {
            return PromptFile.of(skill.prompt());
        }

        /** A second time it is one message again: a reply that could not be used is not given back to the model. */
        String words(String complaint) {
            var data = fence.around(input);
            return complaint == null
                    ? data
                    : data + "\n\nYour last answer could not be used: " + complaint + ". Answer again.";
        }
    }

    private <I, A> Attempt converse(Question<I, A> question, long deadline) throws InterruptedException {
        var made = new ArrayList<ModelCall>();
        var retried = false;
        String complaint = null;
        while (true) {
            var words = question.words(complaint);
            var start = System.nanoTime();
            try {
                var reply = call(question, words, deadline);
                var problem = Replies.problem(question.skill(), question.input(), reply);
                if (problem == null && complaint == null) {
                    problem = Replies.flaw(question.skill(), question.input(), reply);
                }
                var outcome = problem == null ? ModelCalls.ANSWERED : complaint == null ? "reasked" : ModelCalls.FAILED;
                var call = row(question, words, reply, outcome, problem, start);
                made.add(call);
                if (problem == null) {
                    return Attempt.answered(made, call);
                }
                if (complaint != null) {
                    return Attempt.failed(made, "the model gave no usable answer: " + problem);
                }
                complaint = problem;
            } catch (NoReply e) {
                var nothing = new Vendor.Reply(e.body(), vendor.model(), null, null, false);
                made.add(row(question, words, nothing, ModelCalls.FAILED, e.getMessage(), start));
                var wait = e.waitBeforeRetry();
                if (retried || wait == null || wait.compareTo(left(deadline)) >= 0) {
                    return Attempt.failed(made, e.getMessage());
                }
                retried = true;
                // The vendor named this pause (Retry-After); it is shorter than what is left of the question's time
                Thread.sleep(wait.toMillis());
            }
        }
    }

    /** Ends the call's thread when time is up: a client's own time-out ends at the first byte of a slow answer. */
    private Vendor.Reply call(Question<?, ?> question, String words, long deadline) throws InterruptedException {
        var limit = shorter(properties.aiAnswerTimeout(), left(deadline));
        var prompt = question.prompt();
        var call = threads.submit(() -> vendor.call(prompt, question.fence(), words));
        try {
            return call.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw NoReply.timedOut(limit);
        } catch (ExecutionException e) {
            throw NoReply.of(e.getCause());
        } finally {
            call.cancel(true);
        }
    }

    private ModelCall row(
            Question<?, ?> question, String words, Vendor.Reply reply, String outcome, String reason, long start) {
        return new ModelCall(
                question.key(),
                question.requestId(),
                question.skill().purpose(),
                vendor.provider(),
                reply.model(),
                question.skill().prompt(),
                words,
                reply.text(),
                reason == null ? outcome : outcome + ": " + reason,
                reply.inputTokens(),
                reply.outputTokens(),
                prices.cost(reply.model(), vendor.model(), reply.inputTokens(), reply.outputTokens()),
                (System.nanoTime() - start) / 1_000_000,
                clock.instant());
    }

    private Duration timeFor(Skill<?, ?> skill, String requestId) {
        var patience = properties.aiPatience();
        var since = Times.text(clock.instant().minus(patience.multipliedBy(2)));
        var rest = patience.minusMillis(calls.waitedInVain(requestId, since));
        return shorter(properties.limit(skill.kind()), rest);
    }

    private static Duration left(long deadline) {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
