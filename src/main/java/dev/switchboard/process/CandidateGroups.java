package dev.switchboard.process;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.IdentityLink;

/** The groups whose members may take a task. */
final class CandidateGroups {

    private CandidateGroups() {}

    /** In alphabetical order; none for a task that was completed since it was listed, for which the engine throws. */
    static List<String> of(TaskService tasks, String taskId) {
        try {
            return tasks.getIdentityLinksForTask(taskId).stream()
                    .map(IdentityLink::getGroupId)
                    .filter(Objects::nonNull)
                    .sorted()
                    .toList();
        } catch (NullValueException completed) {
            return List.of();
        }
    }
}
