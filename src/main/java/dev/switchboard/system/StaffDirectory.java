package dev.switchboard.system;

import java.util.List;

/** Who belongs where, as it is now and not as it was at sign-in. */
public interface StaffDirectory {

    /** Ids of the user's groups; none for a user who no longer exists. */
    List<String> groupsOf(String userId);
}
