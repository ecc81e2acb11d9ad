package dev.switchboard.live;

import dev.switchboard.system.Problem;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The open streams: bounded, because each holds a connection. */
@Component
class Listeners {

    /** A browser comes back by itself; by then its session is checked again. */
    private static final long LONGEST_MS = 5 * 60_000L;

    private static final int MOST_PER_USER = 12;
    private static final int MOST = 400;

    private final Map<String, Deque<SseEmitter>> byUser = new HashMap<>();

    /** The user's oldest stream ends where there are too many: a forgotten tab must not keep a new one out. */
    synchronized SseEmitter add(String user) {
        if (all().size() >= MOST) {
            throw Problem.unavailable(
                    "Too many pages listen for changes; this one is brought up to date now and then.");
        }
        var emitter = new SseEmitter(LONGEST_MS);
        emitter.onCompletion(() -> remove(user, emitter));
        emitter.onTimeout(emitter::complete);
        emitter.onError(e -> remove(user, emitter));
        var own = byUser.computeIfAbsent(user, name -> new ArrayDeque<>());
        own.addLast(emitter);
        if (own.size() > MOST_PER_USER) {
            own.removeFirst().complete();
        }
        return emitter;
    }

    synchronized boolean none() {
        return byUser.isEmpty();
    }

    void tell(Collection<Change> changes) {
        for (var emitter : copy()) {
            for (var change : changes) {
                send(emitter, SseEmitter.event().name("change").data(change, MediaType.APPLICATION_JSON));
            }
        }
    }

    /** A line that says nothing: proxies and browsers give up a silent connection. */
    void beat() {
        copy().forEach(emitter -> send(emitter, SseEmitter.event().comment("")));
    }

    void end() {
        copy().forEach(SseEmitter::complete);
    }

    private void send(SseEmitter emitter, SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException e) {
            // Who is gone hears nothing more; the container completes the stream
            drop(emitter);
        }
    }

    private synchronized List<SseEmitter> copy() {
        return all();
    }

    private List<SseEmitter> all() {
        return byUser.values().stream().flatMap(Collection::stream).toList();
    }

    private synchronized void drop(SseEmitter emitter) {
        List.copyOf(byUser.keySet()).forEach(user -> remove(user, emitter));
    }

    private synchronized void remove(String user, SseEmitter emitter) {
        var own = byUser.get(user);
        if (own != null && own.remove(emitter) && own.isEmpty()) {
            byUser.remove(user);
        }
    }
}
