package dev.switchboard.crm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.switchboard.system.Names;

/** Whether words may be sent to an address. Only {@code withdrawn} forbids it: someone who texts us may be answered. */
public enum Consent {
    UNKNOWN,
    GRANTED,
    WITHDRAWN;

    @JsonValue
    public String text() {
        return Names.of(this);
    }

    @JsonCreator
    public static Consent of(String text) {
        return Names.read(Consent.class, text);
    }
}
