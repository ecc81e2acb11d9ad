package dev.switchboard.approval;

/** Words were to leave that no person approved; in a process this ends as an incident, never as a text. */
public final class NotApproved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotApproved(String message) {
        super(message);
    }
}
