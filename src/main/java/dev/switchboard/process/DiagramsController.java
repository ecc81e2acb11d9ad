package dev.switchboard.process;

import dev.switchboard.system.Page;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where a request stands in its diagrams. */
@RestController
class DiagramsController {

    private final RequestPaths paths;

    DiagramsController(RequestPaths paths) {
        this.paths = paths;
    }

    /**
     * One of the processes that work on a request.
     *
     * @param definitionId names the diagram's version: what {@code /api/processes/{definitionId}/xml} takes
     * @param endedAt null while it runs
     */
    record ProcessPath(
            String instanceId,
            String definitionId,
            String key,
            String name,
            int version,
            Instant startedAt,
            Instant endedAt,
            List<Visit> visits) {}

    /**
     * One visit of an element.
     *
     * @param state {@code active}, {@code done}, {@code canceled} or {@code incident}
     * @param calledInstanceId the process that a call activity started, or null
     */
    record Visit(
            String element,
            String name,
            String type,
            String state,
            String assignee,
            Instant startedAt,
            Instant endedAt,
            String calledInstanceId) {}

    @GetMapping("/api/requests/{id}/diagram")
    Page<ProcessPath> path(@PathVariable String id) {
        return new Page<>(paths.of(id), null);
    }
}
