package dev.switchboard.issue;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Caller;
import dev.switchboard.Caller.Answer;
import dev.switchboard.Desk;
import dev.switchboard.FakeGithub;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A program whose issues lie at a GitHub of this machine. */
abstract class GithubProgram {

    static final String SECRET = "the-webhook-secret-of-all-tests";
    static final FakeGithub GITHUB = new FakeGithub(Clock.systemUTC());

    @LocalServerPort
    int port;

    @Autowired
    GithubCatchUp catchUp;

    Desk desk;

    @DynamicPropertySource
    static void account(DynamicPropertyRegistry registry) {
        GITHUB.settings().forEach((name, value) -> registry.add(name, () -> value));
        registry.add("github.webhook-secret", () -> SECRET);
        // Tests run it themselves
        registry.add("github.catch-up-every", () -> "PT2H");
    }

    @BeforeEach
    void desk() {
        desk = new Desk(port);
    }

    /** A feature request whose PRD a person has just approved. */
    String approved(String title) {
        var request = desk.triaged(Desk.newNumber(), "Could we have a dark mode?", "feature");
        desk.complete(
                        desk.task(request, "review_prd"),
                        Map.of(
                                "decision",
                                "approve",
                                "prd",
                                Desk.json(Map.of("markdown", "# " + title + "\n\nThe words of the PRD.")),
                                "clientMessage",
                                "It is on our list."))
                .expect(204);
        return request;
    }

    /** The same, once its issue is filed and the process waits for the end of it. */
    String filed(String title) {
        var request = approved(title);
        desk.awaitStatus(request, "waiting_for_delivery");
        return request;
    }

    FakeGithub.Issue issue(String request) {
        return issues(request).get(0);
    }

    List<FakeGithub.Issue> issues(String request) {
        return GITHUB.issues("switchboard:" + request + " ");
    }

    JsonNode shown(String request) {
        return desk.admin().get("/api/requests/" + request).expect(200).json().path("issue");
    }

    List<JsonNode> timeline(String request, String type) {
        return desk.items("/api/requests/" + request + "/timeline").stream()
                .filter(entry -> entry.path("type").asText().equals(type))
                .toList();
    }

    Object closeReason(String request) {
        var task = desk.task(request, "review_status_update");
        return desk.variable(task, "closeReason").asText();
    }

    void awaitError(String request, String words) {
        await().atMost(Desk.BOUND).until(() -> desk.admin()
                .get("/engine-rest/job?withException=true")
                .expect(200)
                .body()
                .contains(words));
    }

    Answer deliver(String event, Map<String, Object> payload) {
        return deliver(UUID.randomUUID().toString(), event, Desk.json(payload));
    }

    Answer deliver(String id, String event, String body) {
        return deliver(id, event, body, GithubSignature.of(SECRET, body.getBytes(StandardCharsets.UTF_8)));
    }

    Answer deliver(String id, String event, String body, String signature) {
        var github = Caller.anonymous(port).with("X-GitHub-Event", event).with("X-GitHub-Delivery", id);
        return (signature == null ? github : github.with("X-Hub-Signature-256", signature))
                .send("POST", "/webhooks/github", "application/json", body);
    }
}
