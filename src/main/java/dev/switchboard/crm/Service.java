package dev.switchboard.crm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.switchboard.system.Names;

/** What the agency does for a client. */
public enum Service {
    DEVELOPMENT,
    DESIGN,
    PRODUCT_STRATEGY,
    CONSULTING;

    @JsonValue
    public String text() {
        return Names.of(this);
    }

    @JsonCreator
    public static Service of(String text) {
        return Names.read(Service.class, text);
    }
}
