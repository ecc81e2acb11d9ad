package dev.switchboard.live;

import dev.switchboard.audit.Events;
import dev.switchboard.process.TaskChanged;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Looks what is new in the event log while anybody listens. Reading the log, and not hearing of each change within this
 * program, also shows what another node did. Only tasks have no event of their own: those come from this node's engine.
 */
@Component
class LiveFeed implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final long LOOK_EVERY_MS = 500;
    private static final long BEAT_EVERY_MS = 15_000;

    private final Events events;
    private final Listeners listeners;
    private final ConcurrentLinkedQueue<Change> tasks = new ConcurrentLinkedQueue<>();
    private ScheduledExecutorService thread;
    private long seen = -1;

    LiveFeed(Events events, Listeners listeners) {
        this.events = events;
        this.listeners = listeners;
    }

    /** Nothing that happens from now on is missed. */
    synchronized SseEmitter listen(String user) {
        if (seen < 0) {
            seen = events.head();
        }
        return listeners.add(user);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void taskChanged(TaskChanged task) {
        if (!listeners.none()) {
            tasks.add(new Change("task", task.subject(), null));
        }
    }

    /** Ends before the web server does: it would wait for streams that never end by themselves. */
    @Override
    public synchronized void stop() {
        thread.shutdownNow();
        thread = null;
        listeners.end();
    }

    @Override
    public synchronized void start() {
        thread = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "live"));
        thread.scheduleWithFixedDelay(this::look, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        thread.scheduleWithFixedDelay(listeners::beat, BEAT_EVERY_MS, BEAT_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private synchronized void look() {
        try {
            if (listeners.none()) {
                seen = -1;
                tasks.clear();
            } else {
                listeners.tell(changes());
            }
        } catch (RuntimeException e) {
            // Thrown, it would end the schedule: the next look may succeed
            LOG.warn("Open pages could not be told what changed", e);
        }
    }

    private Set<Change> changes() {
        var changes = new LinkedHashSet<Change>();
        for (var event : events.after(seen)) {
            seen = event.seq();
            changes.add(new Change(event.type(), event.requestId(), event.clientId()));
        }
        for (var task = tasks.poll(); task != null; task = tasks.poll()) {
            changes.add(task);
        }
        return changes;
    }
}
