package dev.switchboard.crm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.switchboard.system.Problem;
import java.util.Locale;

/** Whether words may be sent to an address. Only {@code withdrawn} forbids it: someone who texts us may be answered. */
public enum Consent {
    UNKNOWN,
    GRANTED,
    WITHDRAWN;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Consent of(String text) {
        for (var consent : values()) {
            if (consent.text().equals(text)) {
                return consent;
            }
        }
        throw Problem.badRequest("\"" + text + "\" is not a consent; it is unknown, granted or withdrawn.");
    }
}
