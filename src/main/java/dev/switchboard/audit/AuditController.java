package dev.switchboard.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.system.Json;
import dev.switchboard.system.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AuditController {

    private final EventRows rows;
    private final ChainVerifier verifier;

    AuditController(EventRows rows, ChainVerifier verifier) {
        this.rows = rows;
        this.verifier = verifier;
    }

    /** One event as the outside sees it; every field that the hash covers is here. */
    record EventView(
            long seq,
            String at,
            Actor actor,
            String type,
            String requestId,
            String clientId,
            JsonNode details,
            String detailsHash,
            String prevHash,
            String hash) {}

    @GetMapping("/api/events")
    Page<EventView> events(
            @RequestParam(required = false) String request,
            @RequestParam(required = false) String client,
            @RequestParam(required = false) String actor,
            @RequestParam(required = false) String type,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        var size = Page.limit(limit);
        var filter = new EventFilter(request, client, actor, type, from, to);
        var found = rows.page(filter, Page.cursor(cursor, Long.MAX_VALUE), size + 1);
        return Page.of(found, size, AuditController::view, EventRow::seq);
    }

    @GetMapping("/api/audit/verify")
    ChainVerifier.Verdict verify() {
        return verifier.verify();
    }

    private static EventView view(EventRow row) {
        return new EventView(
                row.seq(),
                row.at(),
                row.actor(),
                row.type(),
                row.requestId(),
                row.clientId(),
                Json.read(row.details(), JsonNode.class),
                row.detailsHash(),
                row.prevHash(),
                row.hash());
    }
}
