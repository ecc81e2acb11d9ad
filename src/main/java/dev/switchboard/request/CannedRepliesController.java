package dev.switchboard.request;

import dev.switchboard.system.Page;
import jakarta.validation.Valid;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
class CannedRepliesController {

    private final CannedReplies replies;
    private final Requests requests;

    CannedRepliesController(CannedReplies replies, Requests requests) {
        this.replies = replies;
        this.requests = requests;
    }

    @GetMapping("/canned-replies")
    Page<CannedReply> list(
            @RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        return replies.page(limit, cursor);
    }

    @PostMapping("/canned-replies")
    @ResponseStatus(HttpStatus.CREATED)
    CannedReply create(@Valid @RequestBody CannedReplies.Form form, Principal user) {
        return replies.create(form, user.getName());
    }

    @GetMapping("/canned-replies/{id}")
    CannedReply get(@PathVariable String id) {
        return replies.get(id);
    }

    @PatchMapping("/canned-replies/{id}")
    CannedReply change(@PathVariable String id, @Valid @RequestBody CannedReplies.Patch patch, Principal user) {
        return replies.change(id, patch, user.getName());
    }

    @DeleteMapping("/canned-replies/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, Principal user) {
        replies.delete(id, user.getName());
    }

    /** As they read for this request; one that cannot be filled in says what is missing. */
    @GetMapping("/requests/{id}/canned-replies")
    Page<CannedReplies.Rendered> ofRequest(
            @PathVariable String id,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        return Page.of(replies.of(requests.get(id)), limit, cursor);
    }
}
