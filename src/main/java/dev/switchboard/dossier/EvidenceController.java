package dev.switchboard.dossier;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The evidence of one request, for whoever must be shown how it was decided. */
@RestController
class EvidenceController {

    private final RequestEvidence evidence;

    EvidenceController(RequestEvidence evidence) {
        this.evidence = evidence;
    }

    /** @param chain {@code full} adds the links of every event from the request's first to the head of the log */
    @GetMapping(path = "/api/requests/{id}/evidence", produces = Zip.TYPE)
    void evidence(
            @PathVariable String id,
            @RequestParam(required = false) String chain,
            Principal user,
            HttpServletResponse response)
            throws IOException {
        evidence.announce(id, user.getName());
        Zip.headers(response, id + "-evidence.zip");
        evidence.write(id, "full".equals(chain), response.getOutputStream());
    }
}
