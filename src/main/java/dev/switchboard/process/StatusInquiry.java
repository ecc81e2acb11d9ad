package dev.switchboard.process;

/** Ids of status-inquiry.bpmn that code outside the diagram relies on. */
public final class StatusInquiry {

    public static final String KEY = "status_inquiry";

    private StatusInquiry() {}
}
