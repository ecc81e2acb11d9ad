package dev.switchboard.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.switchboard.system.Names;

/** Where a request stands. */
public enum Status {
    /** Kept, not read yet. */
    NEW,
    /** A person looks at what it is. */
    TRIAGE,
    /** A draft is being written or reviewed. */
    IN_PROGRESS,
    /** The client was asked something. */
    WAITING_FOR_CLIENT,
    /** The issue is open. */
    WAITING_FOR_DELIVERY,
    CLOSED;

    @JsonValue
    public String text() {
        return Names.of(this);
    }

    @JsonCreator
    public static Status of(String text) {
        return Names.read(Status.class, text);
    }
}
