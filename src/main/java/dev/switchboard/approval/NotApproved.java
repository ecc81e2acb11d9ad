package dev.switchboard.approval;

import dev.switchboard.process.NoRetry;

/** Words were to leave that no person approved; in a process this is an incident at once, never a text. */
public final class NotApproved extends NoRetry {

    private static final long serialVersionUID = 1L;

    NotApproved(String message) {
        super(message, null);
    }
}
