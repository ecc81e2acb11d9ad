package dev.switchboard.request;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.switchboard.system.Names;

/**
 * An earlier request of the same sender.
 *
 * @param earlierId its id
 * @param kind what it has to do with the later one
 */
public record EarlierRequest(String requestId, String earlierId, Kind kind) {

    public enum Kind {
        /** It was the sender's last one, closed a while ago. */
        PREVIOUS,
        /** The same, and the words seem to be about it. */
        REFERS_BACK,
        /** The sender was asked whether it is about this one, and did not say. */
        CHOICE,
        /** The sender wants nothing any more, but its issue is open. */
        WITHDRAWAL,
        /** A person said that this one goes on with it. */
        CONTINUES;

        /** Whether a person looks first because of it. */
        boolean needsAPerson() {
            return this != PREVIOUS && this != CONTINUES;
        }

        @JsonValue
        public String text() {
            return Names.of(this);
        }
    }
}
