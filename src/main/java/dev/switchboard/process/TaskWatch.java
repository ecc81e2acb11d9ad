package dev.switchboard.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says in the program's own words what the engine's starter publishes of tasks. */
@Component
class TaskWatch {

    private final ApplicationEventPublisher publisher;

    TaskWatch(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    @EventListener
    void changed(DelegateTask task) {
        // A task of no process has nobody who waits for it
        if (task.getExecution() != null) {
            publisher.publishEvent(new TaskChanged(task.getExecution().getProcessBusinessKey(), task.getId()));
        }
    }
}
