package dev.switchboard.ai;

import static org.mockito.Mockito.mock;

import dev.switchboard.audit.Events;
import dev.switchboard.system.Times;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The gateway before a vendor, with its record in memory and short patience. */
final class TestGateway {

    static final Duration CONNECT = Duration.ofSeconds(2);

    /** The question that tests ask; a label may be "yes" or "no". */
    record Reply(String value, Double confidence) {}

    final Calls calls = new Calls();
    final Events events = mock(Events.class);
    final ModelGateway gateway;
    final ModelThreads threads = new ModelThreads();
    final Budget budget;
    final Vendor vendor;

    TestGateway(Vendor vendor, AiProperties properties) {
        var transaction = new TransactionTemplate(mock(PlatformTransactionManager.class));
        this.vendor = vendor;
        var clock = Clock.systemUTC();
        budget = new Budget(properties, calls, events, transaction, clock);
        var model = new LanguageModel(vendor, properties, new Prices(properties), budget, calls, threads, clock);
        gateway = new ModelGateway(model, new OfflineModel(clock), properties, calls, transaction, threads);
    }

    static AiProperties properties(Duration answer, Duration patience) {
        return properties(answer, patience, patience, "offline", null, 64);
    }

    static AiProperties properties(
            Duration answer, Duration classify, Duration patience, String fallback, Double budget, int concurrency) {
        return new AiProperties(
                "openai",
                null,
                fallback,
                budget,
                CONNECT,
                answer,
                classify,
                patience,
                concurrency,
                Map.of("gpt-4.1-mini", new AiProperties.Price(0.4, 1.6)));
    }

    /** Uses the prompt of a real classifier. */
    static Skill<String, Reply> skill(Skill.Kind kind) {
        return new Skill<>(
                "classify_type",
                "classify_type-1",
                kind,
                Reply.class,
                (text, reply) ->
                        reply.confidence() == null || !List.of("yes", "no").contains(reply.value())
                                ? "value must be yes or no"
                                : null,
                new Skill.Offline<>("offline test", "rules-1", text -> new Reply("no", 0.5)),
                text -> new Reply("", 0.0));
    }

    Answer<Reply> ask(Skill.Kind kind, String key, String words) {
        return gateway.ask(skill(kind), key, "R-1", words);
    }

    /** As the table does it. */
    static final class Calls implements ModelCalls {

        final List<ModelCall> rows = new CopyOnWriteArrayList<>();

        @Override
        public void insert(ModelCall call) {
            rows.add(call);
        }

        @Override
        public ModelCall findAnswer(String key) {
            return rows.stream()
                    .filter(call -> call.idempotencyKey().equals(key))
                    .filter(call -> call.outcome().equals(ANSWERED))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public String lastOutcome(String provider) {
            return rows.isEmpty() ? null : rows.get(rows.size() - 1).outcome();
        }

        @Override
        public double spentSince(String since) {
            return rows.stream()
                    .filter(call -> Times.text(call.at()).compareTo(since) >= 0)
                    .mapToDouble(call -> call.costUsd() == null ? 0 : call.costUsd())
                    .sum();
        }

        @Override
        public long waitedInVain(String requestId, String since) {
            return rows.stream()
                    .filter(call -> !call.outcome().equals(ANSWERED))
                    .mapToLong(ModelCall::latencyMs)
                    .sum();
        }

        List<String> outcomes() {
            return rows.stream().map(ModelCall::outcome).toList();
        }
    }
}
