package dev.switchboard.issue;

import dev.switchboard.audit.Actor;
import dev.switchboard.request.Requests;
import dev.switchboard.system.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Closes an issue of the local tracker, and shows what was said about one at GitHub. */
@RestController
class IssueController {

    private final ClosedIssues closedIssues;
    private final IssueComments comments;
    private final Requests requests;

    IssueController(ClosedIssues closedIssues, IssueComments comments, Requests requests) {
        this.closedIssues = closedIssues;
        this.comments = comments;
        this.requests = requests;
    }

    record CloseForm(
            @NotNull @Pattern(regexp = "closed", message = "an issue can only be closed")
            String state,

            @NotNull @Pattern(regexp = "completed|not_planned", message = "is completed or not_planned")
            String reason) {}

    @PatchMapping("/api/requests/{id}/issue")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable String id, @Valid @RequestBody CloseForm form, Principal user) {
        closedIssues.close(id, form.reason(), Actor.staff(user.getName()));
    }

    @GetMapping("/api/requests/{id}/issue/comments")
    Page<IssueComments.Comment> comments(@PathVariable String id) {
        return new Page<>(comments.of(requests.get(id).id()), null);
    }
}
