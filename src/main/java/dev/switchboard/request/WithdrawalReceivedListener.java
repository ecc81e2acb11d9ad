package dev.switchboard.request;

import dev.switchboard.process.SignedIn;
import dev.switchboard.process.Vars;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Whoever is signed in at the engine withdrew it, whatever name came with the message. */
@Component("withdrawalReceivedListener")
class WithdrawalReceivedListener implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        SignedIn.at(execution).ifPresent(user -> Vars.WITHDRAWN_BY.set(execution, user));
    }
}
