package dev.switchboard.request;

import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person begins to write on a request, or stops: meanwhile no model drafts over them. */
@RestController
@RequestMapping("/api/requests/{id}/writing")
class WritingController {

    private final Requests requests;
    private final Writers writers;

    WritingController(Requests requests, Writers writers) {
        this.requests = requests;
        this.writers = writers;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void begin(@PathVariable String id, Principal user) {
        writers.begin(id, user.getName());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id) {
        writers.end(requests.get(id).id());
    }
}
