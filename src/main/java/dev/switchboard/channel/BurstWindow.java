package dev.switchboard.channel;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Until when a sender's texts are taken together: people send one thought in several texts, and those are one request and
 * one draft. It follows from when the texts came, so a restart changes nothing. Counted per number: three people of one
 * client can have three wishes at the same time.
 */
@Component
class BurstWindow {

    /** Somebody who writes on and on is heard after so many windows. */
    private static final int MOST_WINDOWS = 3;

    private final Duration window;

    BurstWindow(IntakeProperties properties) {
        this.window = properties.window();
    }

    Instant end(Instant first, Instant last) {
        var quiet = last.plus(window);
        var patience = first.plus(window.multipliedBy(MOST_WINDOWS));
        return quiet.isBefore(patience) ? quiet : patience;
    }
}
