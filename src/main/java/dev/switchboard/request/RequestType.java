package dev.switchboard.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.switchboard.system.Names;

/** What kind of wish a request is. */
public enum RequestType {
    FEATURE,
    BUG,
    QUESTION,
    OTHER;

    @JsonValue
    public String text() {
        return Names.of(this);
    }

    @JsonCreator
    public static RequestType of(String text) {
        return Names.read(RequestType.class, text);
    }
}
