package dev.switchboard.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.system.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The deployed diagrams: what runs in them, since when, and how running requests move to a newer version. */
@RestController
@RequestMapping("/api/processes")
class ProcessesController {

    private final Definitions definitions;
    private final Moves moves;
    private final StartDesk starts;

    ProcessesController(Definitions definitions, Moves moves, StartDesk starts) {
        this.definitions = definitions;
        this.moves = moves;
        this.starts = starts;
    }

    /** @param incidents faults that a person has to look at */
    record Process(String key, String name, List<Version> versions, long incidents) {}

    /** @param id what {@code /api/processes/{definitionId}/…} takes; {@code running} how many work by this version */
    record Version(String id, int version, Instant deployedAt, long running) {}

    /**
     * What happened at one element of a diagram.
     *
     * @param here how many are at it now, {@code longestSince} when the first of them came
     * @param averageMs how long those that left stayed; null when none left yet
     */
    record ElementLoad(String element, String name, long here, long done, Instant longestSince, Long averageMs) {}

    /** @param to a version's id; {@code instances} limits the move to these processes, null means all */
    record MoveForm(@NotNull String to, @Size(max = 1000) List<String> instances) {}

    /** @param reason why it cannot move, or null */
    record Movable(String instanceId, String subject, String reason) {}

    record StartForm(JsonNode schema) {}

    record StartFields(@NotNull Map<String, JsonNode> variables) {}

    /** @param subject the business key of what was started */
    record Started(String subject) {}

    @GetMapping
    Page<Process> list() {
        return new Page<>(definitions.all(), null);
    }

    @GetMapping(path = "/{definitionId}/xml", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<byte[]> xml(@PathVariable String definitionId) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(definitions.xml(definitionId));
    }

    @GetMapping("/{definitionId}/load")
    Page<ElementLoad> load(@PathVariable String definitionId) {
        return new Page<>(definitions.load(definitionId), null);
    }

    /** What could move, tried and taken back: nothing changes. */
    @PostMapping("/{definitionId}/move/try")
    Page<Movable> tryMove(@PathVariable String definitionId, @Valid @RequestBody MoveForm form) {
        return new Page<>(moves.attempt(definitionId, form.to(), form.instances(), true), null);
    }

    /** Moves what can move; the answer names what could not. */
    @PostMapping("/{definitionId}/move")
    Page<Movable> move(@PathVariable String definitionId, @Valid @RequestBody MoveForm form) {
        return new Page<>(moves.attempt(definitionId, form.to(), form.instances(), false), null);
    }

    @GetMapping("/{key}/start-form")
    StartForm startForm(@PathVariable String key) {
        return starts.form(key);
    }

    @PostMapping("/{key}/start")
    @ResponseStatus(HttpStatus.CREATED)
    Started start(@PathVariable String key, @Valid @RequestBody StartFields fields) {
        return starts.start(key, fields.variables());
    }
}
