package dev.switchboard.sharing;

import dev.switchboard.request.Requests;
import dev.switchboard.system.SwitchboardProperties;
import dev.switchboard.system.WorkingHours;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the texts that ask a client to read a page are filled with, and when they are repeated. */
@Component
class Invitations {

    /** Reading takes longer than answering a question: a client gets so many times the usual patience. */
    private static final int PATIENCE = 2;

    private final Requests requests;
    private final WorkingHours hours;
    private final SwitchboardProperties properties;
    private final Clock clock;

    Invitations(Requests requests, WorkingHours hours, SwitchboardProperties properties, Clock clock) {
        this.requests = requests;
        this.hours = hours;
        this.properties = properties;
        this.clock = clock;
    }

    Map<String, String> slots(Share share) {
        return Map.of("title", requests.get(share.requestId()).title(), "link", properties.publicUrl() + share.path());
    }

    /** When a client who gets the link now, and does not answer, is reminded of it. */
    Instant nextNudge() {
        return hours.nudgeAt(clock.instant(), PATIENCE);
    }
}
