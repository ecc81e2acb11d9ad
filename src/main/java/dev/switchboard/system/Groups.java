package dev.switchboard.system;

import java.util.List;

/** The groups a member of staff can belong to; their ids are what the engine, the diagrams and sign-in all use. */
public final class Groups {

    public static final String TRIAGE = "triage";
    public static final String PRODUCT = "product";
    public static final String ENGINEERING = "engineering";
    public static final String ACCOUNT = "account";
    public static final String LEADS = "leads";

    /** May deploy diagrams. */
    public static final String PROCESS_OWNERS = "processOwners";

    /** May do all; the engine's own name for it. */
    public static final String ADMINISTRATORS = "camunda-admin";

    /** Whoever belongs to one of these is staff. */
    public static final List<String> ALL =
            List.of(TRIAGE, PRODUCT, ENGINEERING, ACCOUNT, LEADS, PROCESS_OWNERS, ADMINISTRATORS);

    private Groups() {}
}
