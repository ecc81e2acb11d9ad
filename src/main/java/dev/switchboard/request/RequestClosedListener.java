package dev.switchboard.request;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** The process of a request has ended, however it ended. */
@Component("requestClosedListener")
class RequestClosedListener implements ExecutionListener {

    private final Requests requests;

    RequestClosedListener(Requests requests) {
        this.requests = requests;
    }

    @Override
    public void notify(DelegateExecution execution) {
        requests.close(execution.getProcessBusinessKey());
    }
}
