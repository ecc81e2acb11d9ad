package dev.switchboard.process;

/** Ids of client-request.bpmn that code outside the diagram relies on. */
public final class ClientRequest {

    public static final String KEY = "client_request";
    public static final String TRIAGE_REQUEST = "triage_request";
    public static final String RESPONSE_DEADLINE_PASSED = "response_deadline_passed";
    public static final String MESSAGE_RECLASSIFIED = "request_reclassified";
    public static final String MESSAGE_CLIENT_WROTE_AGAIN = "client_wrote_again";
    public static final String MESSAGE_WITHDRAWN = "request_withdrawn";

    private ClientRequest() {}
}
