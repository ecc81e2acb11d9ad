package dev.switchboard.request;

import dev.switchboard.system.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Notes for colleagues; nothing here is ever sent. */
@RestController
@RequestMapping("/api/requests/{id}/notes")
class NotesController {

    private final Notes notes;

    NotesController(Notes notes) {
        this.notes = notes;
    }

    record NoteForm(@NotBlank @Size(max = 4_000) String body) {}

    @GetMapping
    Page<Notes.Note> list(
            @PathVariable String id,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        return notes.page(id, limit, cursor);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Notes.Note add(@PathVariable String id, @Valid @RequestBody NoteForm form, Principal user) {
        return notes.add(id, form.body(), user.getName());
    }
}
