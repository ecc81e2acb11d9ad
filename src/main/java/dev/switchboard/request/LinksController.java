package dev.switchboard.request;

import dev.switchboard.system.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Two requests that belong together: linked, or merged into one. */
@RestController
@RequestMapping("/api/requests/{id}")
class LinksController {

    private final Requests requests;
    private final RequestLinks links;
    private final Merging merging;
    private final RequestViews views;

    LinksController(Requests requests, RequestLinks links, Merging merging, RequestViews views) {
        this.requests = requests;
        this.links = links;
        this.merging = merging;
        this.views = views;
    }

    /** @param kind {@code related} when nothing is said */
    record LinkForm(@NotBlank String to, RequestLinks.Kind kind) {

        LinkForm {
            kind = kind == null ? RequestLinks.Kind.RELATED : kind;
        }
    }

    record MergeForm(@NotBlank String into) {}

    @GetMapping("/links")
    Page<RequestLinks.Link> list(
            @PathVariable String id,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        return Page.of(links.of(requests.get(id).id()), limit, cursor);
    }

    @PostMapping("/links")
    @ResponseStatus(HttpStatus.CREATED)
    RequestLinks.Link link(@PathVariable String id, @Valid @RequestBody LinkForm form, Principal user) {
        return links.add(id, form.to(), form.kind(), user.getName());
    }

    @DeleteMapping("/links/{to}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlink(@PathVariable String id, @PathVariable String to, Principal user) {
        links.remove(id, to, user.getName());
    }

    /** Answers with the request that goes on. */
    @PostMapping("/merge")
    RequestView merge(@PathVariable String id, @Valid @RequestBody MergeForm form, Principal user) {
        return views.of(merging.merge(id, form.into(), user.getName()));
    }
}
