package dev.switchboard.process;

/**
 * Thrown by a delegate whose step cannot succeed by being tried again: the job gets no further retries, and an incident
 * with this sentence waits for a person, who may still retry it once the cause is gone.
 */
public class NoRetry extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoRetry(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
