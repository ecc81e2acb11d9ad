package dev.switchboard.process;

/** Ids of client-onboarding.bpmn that code outside the diagram relies on. */
public final class ClientOnboarding {

    public static final String KEY = "client_onboarding";

    /** The only form that a start event may show. */
    static final String START_FORM = "onboard-client";

    private ClientOnboarding() {}
}
