package dev.switchboard.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** Who completes a task; the engine's own type for this is internal to it. */
public final class CompletedBy {

    private CompletedBy() {}

    /** The signed-in user's name; empty where the program itself completes the task. */
    public static Optional<String> of(DelegateTask task) {
        var user = task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        return Optional.ofNullable(user == null ? null : user.getUserId());
    }
}
