package dev.switchboard.process;

/**
 * What a person entered cannot be taken; the message is a sentence for that person. Through the engine's REST API and
 * Tasklist it answers 400: a task stays open with everything in it, a process does not start.
 */
public final class RejectedInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RejectedInput(String sentence) {
        super(sentence);
    }
}
