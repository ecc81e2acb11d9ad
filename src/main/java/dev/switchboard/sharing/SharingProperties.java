package dev.switchboard.sharing;

import dev.switchboard.system.CannotStart;
import java.time.DateTimeException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param shareFor how long a page for a client can be read, ISO 8601 such as {@code P14D} */
@ConfigurationProperties("switchboard")
record SharingProperties(String shareFor) {

    Duration lifetime() {
        try {
            var lifetime = Duration.parse(shareFor.strip());
            if (lifetime.isNegative() || lifetime.isZero()) {
                throw new DateTimeException("it must be longer than nothing");
            }
            return lifetime;
        } catch (DateTimeException e) {
            throw new CannotStart(
                    "SWITCHBOARD_SHARE_FOR is \"" + shareFor + "\": set it to a time such as P14D or PT12H.", e);
        }
    }
}
