package dev.switchboard.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.system.Page;
import dev.switchboard.system.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.security.Principal;
import org.springframework.http.HttpStatus;
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
@RequestMapping("/api/requests")
class RequestsController {

    private final Requests requests;
    private final RequestViews views;
    private final Overrides overrides;
    private final ManualRequests manualRequests;
    private final Timeline timeline;

    RequestsController(
            Requests requests,
            RequestViews views,
            Overrides overrides,
            ManualRequests manualRequests,
            Timeline timeline) {
        this.requests = requests;
        this.views = views;
        this.overrides = overrides;
        this.manualRequests = manualRequests;
        this.timeline = timeline;
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
        var filter = RequestFilter.of(status, type, urgency, client, assignee, q);
        var page = requests.page(filter, limit, cursor);
        return new Page<>(views.of(page.items()), page.nextCursor());
    }

    /** A wish that reached a person by telephone or in a meeting; it starts the same process as a text. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RequestView open(@Valid @RequestBody ManualRequests.Form form, Principal user) {
        return views.of(manualRequests.open(form, user.getName()));
    }

    @GetMapping("/{id}/timeline")
    Page<Timeline.Entry> timeline(
            @PathVariable String id,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        return Page.of(timeline.of(requests.get(id)), limit, cursor);
    }

    @GetMapping("/{id}")
    RequestView get(@PathVariable String id) {
        return views.of(requests.get(id));
    }

    /** @param assignee absent to leave it, null or empty for nobody */
    record PatchForm(
            RequestType type,
            Urgency urgency,
            @Schema(type = "string", nullable = true) JsonNode assignee,
            String clientId) {

        Overrides.Patch patch() {
            if (assignee != null && !assignee.isNull() && !assignee.isTextual()) {
                throw Problem.badRequest("assignee must be a text or null.");
            }
            return new Overrides.Patch(
                    type, urgency, assignee == null ? null : assignee.isNull() ? "" : assignee.asText(), clientId);
        }
    }

    @PatchMapping("/{id}")
    RequestView override(@PathVariable String id, @RequestBody PatchForm form, Principal user) {
        overrides.apply(id, form.patch(), user.getName());
        return views.of(requests.get(id));
    }
}
