package dev.switchboard.request;

import dev.switchboard.process.SignedIn;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Runs when any task gets or loses its person, in Tasklist as by the API: that person has the request. */
@Component("taskAssignedListener")
class TaskAssignedListener implements TaskListener {

    private final Requests requests;

    TaskAssignedListener(Requests requests) {
        this.requests = requests;
    }

    @Override
    public void notify(DelegateTask task) {
        // Without a person the program itself moves the task, and who decided it has recorded it
        SignedIn.at(task).ifPresent(user -> requests.find(task.getExecution().getProcessBusinessKey())
                .ifPresent(request -> requests.assign(request.id(), task.getAssignee(), user)));
    }
}
