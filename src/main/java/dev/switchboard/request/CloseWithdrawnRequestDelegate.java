package dev.switchboard.request;

import dev.switchboard.process.Vars;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes a withdrawn request and lets those know who worked on it. */
@Component("closeWithdrawnRequestDelegate")
class CloseWithdrawnRequestDelegate implements JavaDelegate {

    private final Withdrawals withdrawals;

    CloseWithdrawnRequestDelegate(Withdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        withdrawals.close(
                execution.getProcessBusinessKey(),
                Vars.WITHDRAW_REASON.get(execution, ""),
                Vars.WITHDRAWN_BY.get(execution, ""));
    }
}
