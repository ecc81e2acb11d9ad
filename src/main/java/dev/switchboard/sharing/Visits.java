package dev.switchboard.sharing;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Keeps a single address from having pages made without end. Guessing a link is hopeless anyway; so the counts are per
 * node, begin anew each minute, and allow for a proxy that stands for many readers.
 */
@Component
class Visits {

    private static final int MOST_PER_MINUTE = 120;
    private static final int MOST_ADDRESSES = 10_000;

    private final Clock clock;
    private final Map<String, Integer> counts = new HashMap<>();
    private long minute;

    Visits(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean allows(String address) {
        var now = clock.instant().getEpochSecond() / 60;
        if (now != minute || counts.size() > MOST_ADDRESSES) {
            counts.clear();
            minute = now;
        }
        return counts.merge(address, 1, Integer::sum) <= MOST_PER_MINUTE;
    }
}
