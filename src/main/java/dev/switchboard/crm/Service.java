package dev.switchboard.crm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.switchboard.system.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the agency does for a client. */
public enum Service {
    DEVELOPMENT,
    DESIGN,
    PRODUCT_STRATEGY,
    CONSULTING;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Service of(String text) {
        return Arrays.stream(values())
                .filter(service -> service.text().equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest("\"" + text + "\" is not a service; the services are "
                        + Arrays.stream(values()).map(Service::text).collect(Collectors.joining(", ")) + "."));
    }
}
