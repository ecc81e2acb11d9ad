package dev.switchboard.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.ProcessEngineServicesAware;

/** Who acts at the engine: who completes a task or starts a process. The engine's own type for this is internal to it. */
public final class SignedIn {

    private SignedIn() {}

    /** The signed-in user's name; empty where the program itself acts. */
    public static Optional<String> at(ProcessEngineServicesAware delegate) {
        var user = delegate.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        return Optional.ofNullable(user == null ? null : user.getUserId());
    }
}
