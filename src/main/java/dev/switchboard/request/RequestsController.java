package dev.switchboard.request;

import dev.switchboard.system.Names;
import dev.switchboard.system.Page;
import java.security.Principal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/requests")
class RequestsController {

    private final Requests requests;
    private final RequestViews views;
    private final Overrides overrides;

    RequestsController(Requests requests, RequestViews views, Overrides overrides) {
        this.requests = requests;
        this.views = views;
        this.overrides = overrides;
    }

    @GetMapping
    Page<RequestView> list(
            @RequestParam(required = false) String status,
            @RequestParam(required = false) String type,
            @RequestParam(required = false) String urgency,
            @RequestParam(required = false) String client,
            @RequestParam(required = false) String assignee,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        var filter = new RequestFilter(
                Names.readOrNull(Status.class, status),
                Names.readOrNull(RequestType.class, type),
                Names.readOrNull(Urgency.class, urgency),
                client,
                assignee,
                q);
        var page = requests.page(filter, limit, cursor);
        return new Page<>(views.of(page.items()), page.nextCursor());
    }

    @GetMapping("/{id}")
    RequestView get(@PathVariable String id) {
        return views.of(requests.get(id));
    }

    @PatchMapping("/{id}")
    RequestView override(@PathVariable String id, @RequestBody Overrides.Patch patch, Principal user) {
        overrides.apply(id, patch, user.getName());
        return views.of(requests.get(id));
    }
}
