package dev.switchboard.system;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;

/**
 * How one connector is. The outside is asked only when somebody looks, once a minute at most and on a thread of its own:
 * who looks waits for two seconds at most and then sees what was known before. Trouble outside is a status of its own that
 * leaves the program's at UP: a restart would not mend it, and texts still come in.
 */
public final class ConnectorHealth implements HealthIndicator {

    private static final Status TROUBLE = new Status("TROUBLE");
    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Connector connector;
    private final Supplier<Optional<String>> trouble;
    private final Clock clock;
    private Health known;
    private Instant asked;
    private CompletableFuture<Optional<String>> running;

    /** @param trouble asks the outside; a sentence for staff without any secret, or empty when all is well */
    public ConnectorHealth(Connector connector, Supplier<Optional<String>> trouble, Clock clock) {
        this.connector = connector;
        this.trouble = trouble;
        this.clock = clock;
        this.known = told(Health.unknown()).withDetail("asked", "just now").build();
    }

    /** Of a connector that leads nowhere outside. */
    public static ConnectorHealth of(Connector connector, Clock clock) {
        return new ConnectorHealth(connector, Optional::empty, clock);
    }

    @Override
    public Health health() {
        var asking = ask();
        try {
            return asking == null ? known() : learn(asking.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return known();
        } catch (ExecutionException e) {
            return learn(Optional.of(
                    "It could not be asked (" + e.getCause().getClass().getSimpleName() + ")."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return known();
        }
    }

    /** @return null while what is known is fresh enough */
    private synchronized CompletableFuture<Optional<String>> ask() {
        if (running == null && (asked == null || clock.instant().isAfter(asked.plus(KEPT)))) {
            running = CompletableFuture.supplyAsync(trouble, task -> {
                var thread = new Thread(task, "health-" + connector.name());
                thread.setDaemon(true);
                thread.start();
            });
        }
        return running;
    }

    private synchronized Health learn(Optional<String> found) {
        running = null;
        asked = clock.instant();
        known = told(found.map(sentence -> Health.status(TROUBLE).withDetail("trouble", sentence))
                        .orElseGet(Health::up))
                .build();
        return known;
    }

    private synchronized Health known() {
        return known;
    }

    private Health.Builder told(Health.Builder health) {
        return health.withDetail("connector", connector.state().name().toLowerCase(Locale.ROOT))
                .withDetail("detail", connector.detail());
    }
}
