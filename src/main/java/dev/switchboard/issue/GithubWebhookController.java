package dev.switchboard.issue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.system.Json;
import dev.switchboard.system.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where GitHub says what happened to issues; whatever is none of ours is acknowledged and left alone. */
@Hidden
@RestController
class GithubWebhookController {

    /** An issue and its body before an edit, 65,536 characters each, fit four times over. */
    private static final int LARGEST_BODY = 2 * 1024 * 1024;

    private final GithubProperties properties;
    private final GithubDelivery delivery;
    private final ClosedIssues closedIssues;

    GithubWebhookController(GithubProperties properties, GithubDelivery delivery, ClosedIssues closedIssues) {
        this.properties = properties;
        this.delivery = delivery;
        this.closedIssues = closedIssues;
    }

    @PostMapping("/webhooks/github")
    ResponseEntity<?> receive(HttpServletRequest request) throws IOException {
        if (properties.webhookSecret() == null) {
            throw Problem.unavailable("GitHub's webhook is not set up: set GITHUB_WEBHOOK_SECRET.");
        }
        var body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw Problem.tooLarge("The body has more than " + LARGEST_BODY + " bytes; no issue is that long.");
        }
        if (!GithubSignature.valid(properties.webhookSecret(), body, request.getHeader("X-Hub-Signature-256"))) {
            return Problem.response(
                    HttpStatus.FORBIDDEN,
                    "The signature does not fit: GITHUB_WEBHOOK_SECRET must be the secret of the webhook at GitHub.");
        }
        delivery.apply(required(request, "X-GitHub-Delivery"), required(request, "X-GitHub-Event"), read(body));
        // After the commit; what fails here is told again by the sweep
        closedIssues.tell();
        return ResponseEntity.ok().build();
    }

    private static JsonNode read(byte[] body) {
        try {
            var payload = Json.read(new String(body, StandardCharsets.UTF_8), JsonNode.class);
            if (payload != null && payload.isObject()) {
                return payload;
            }
        } catch (UncheckedIOException e) {
            // Said below
        }
        throw Problem.badRequest("The body is no JSON object: set the webhook's content type to application/json.");
    }

    private static String required(HttpServletRequest request, String header) {
        var value = request.getHeader(header);
        if (value == null || value.isBlank() || value.length() > 100) {
            throw Problem.badRequest("The header " + header + " is missing or too long.");
        }
        return value;
    }
}
