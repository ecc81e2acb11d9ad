package dev.switchboard.channel;

import dev.switchboard.request.Messages;
import dev.switchboard.request.TextKept;
import java.util.HashSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Brings kept texts to the engine in the order in which they came, one sender's never overtaking another of the same
 * sender. Woken after each commit, and by a sweep that finds what a crash or a failure left behind.
 */
@Component
class Relay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 200;
    private static final long SWEEP_MILLIS = 1_000;

    private final Messages messages;
    private final Dispatcher dispatcher;
    private final Semaphore work = new Semaphore(0);
    private volatile Thread thread;

    Relay(Messages messages, Dispatcher dispatcher) {
        this.messages = messages;
        this.dispatcher = dispatcher;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void wake(TextKept kept) {
        work.release();
    }

    /** Handles everything that can be handled now; what cannot keeps its place. */
    void sweep() {
        var held = new HashSet<String>();
        for (var message : messages.unhandled(BATCH)) {
            if (held.contains(message.fromAddress())) {
                continue;
            }
            try {
                if (!dispatcher.dispatch(message)) {
                    held.add(message.fromAddress());
                }
            } catch (RuntimeException e) {
                // The text stays unhandled and comes again with the next sweep; other senders go on
                held.add(message.fromAddress());
                LOG.warn("Text {} could not be brought to the engine and will be tried again", message.id(), e);
            }
        }
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            try {
                work.tryAcquire(SWEEP_MILLIS, TimeUnit.MILLISECONDS);
                work.drainPermits();
                sweep();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("The inbox could not be read and will be tried again", e);
            }
        }
    }

    @Override
    public void start() {
        thread = new Thread(this::run, "inbox-relay");
        thread.start();
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        work.release();
        try {
            running.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
