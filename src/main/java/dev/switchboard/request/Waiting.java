package dev.switchboard.request;

import java.time.Instant;

/**
 * A text of a request that is not brought to the engine yet.
 *
 * @param handedWith the first of those that were to be brought together with it; null when nobody tried yet
 */
public record Waiting(String id, Instant at, String handedWith, String providerId) {

    /** Written down by staff: nobody is still typing. */
    public boolean manual() {
        return providerId != null && providerId.startsWith(ManualRequests.PROVIDER_ID);
    }
}
