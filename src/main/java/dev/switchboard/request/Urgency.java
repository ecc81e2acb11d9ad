package dev.switchboard.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.switchboard.system.Names;

/** How soon a client needs an answer, from least to most. */
public enum Urgency {
    LOW,
    NORMAL,
    HIGH,
    CRITICAL;

    @JsonValue
    public String text() {
        return Names.of(this);
    }

    @JsonCreator
    public static Urgency of(String text) {
        return Names.read(Urgency.class, text);
    }
}
