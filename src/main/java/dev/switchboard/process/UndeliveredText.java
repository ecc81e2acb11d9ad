package dev.switchboard.process;

/** Ids of undelivered-text.bpmn that code outside the diagram relies on. */
public final class UndeliveredText {

    public static final String KEY = "undelivered_text";

    private UndeliveredText() {}
}
