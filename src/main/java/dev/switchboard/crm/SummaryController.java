package dev.switchboard.crm;

import dev.switchboard.system.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A client's summary in its parts, and who changed it when. It is edited as the client's {@code summary}. */
@RestController
@RequestMapping("/api/clients/{id}/summary")
class SummaryController {

    private final Summaries summaries;

    SummaryController(Summaries summaries) {
        this.summaries = summaries;
    }

    @GetMapping
    Summaries.Summary get(@PathVariable String id) {
        return summaries.get(id);
    }

    @GetMapping("/versions")
    Page<Summaries.Version> versions(
            @PathVariable String id,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        return summaries.versions(id, limit, cursor);
    }
}
