package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.Caller;
import dev.switchboard.Caller.Answer;
import dev.switchboard.SwitchboardTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every resource has in common: errors, pages, times and the description of them. */
@SwitchboardTest
class ApiTest {

    @LocalServerPort
    int port;

    private static String sentence(Answer answer) {
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        return answer.json().path("detail").asText();
    }

    @Test
    void aFieldThatNobodyReadsIsRefusedByName() {
        var answer = Caller.admin(port)
                .post("/api/clients", "{\"name\":\"Nobody reads this\",\"colour\":\"red\"}")
                .expect(400);
        assertThat(sentence(answer))
                .startsWith("colour is not known here; there is ")
                .contains("services");
    }

    @Test
    void whatTheFirewallTurnsAwayIsAProblemToo() {
        for (var path : new String[] {"/api//requests", "/api/requests;x=1", "/api/requests/%2e%2e/x"}) {
            assertThat(sentence(Caller.admin(port).get(path).expect(400))).endsWith("in the path.");
        }
    }

    @Test
    void listsThatAreAtHandHavePagesAsAllOthers() {
        var admin = Caller.admin(port);
        var client =
                admin.post("/api/clients", """
                        {"name":"Pages","contacts":[{"name":"Pa","addresses":[{"address":"+14155550160"}]}]}""").expect(201).json().path("id").asText();
        var opened = admin.post(
                        "/api/requests",
                        "{\"clientId\":\"%s\",\"body\":\"50%% of_it\",\"urgency\":\"low\"}".formatted(client))
                .expect(201)
                .json();
        var timeline = "/api/requests/" + opened.path("id").asText() + "/timeline";
        var first = admin.get(timeline + "?limit=1").expect(200).json();
        assertThat(first.path("items")).hasSize(1);
        var second = admin.get(
                        timeline + "?limit=1&cursor=" + first.path("nextCursor").asText())
                .expect(200)
                .json();
        assertThat(second.path("items")).hasSize(1).isNotEqualTo(first.path("items"));
        assertThat(admin.get(timeline).json().path("nextCursor").isNull()).isTrue();

        assertThat(found(admin, "50%25%20of_it")).isEqualTo(1);
        assertThat(found(admin, "5%25of_it"))
                .as("a per cent sign stands for itself")
                .isZero();
    }

    private static int found(Caller caller, String q) {
        return caller.get("/api/requests?q=" + q)
                .expect(200)
                .json()
                .path("items")
                .size();
    }

    @Test
    void theDescriptionSaysHowToCallAndWhatAnErrorIs() {
        var docs = Caller.admin(port).get("/v3/api-docs").expect(200).json();
        assertThat(docs.path("info").path("title").asText()).isEqualTo("Switchboard");
        assertThat(docs.path("components").path("securitySchemes").fieldNames())
                .toIterable()
                .contains("basic", "session");
        var responses = docs.path("paths").path("/api/clients").path("post").path("responses");
        assertThat(responses.path("201").path("content").has("application/json"))
                .isTrue();
        assertThat(responses.path("default").path("content").has("application/problem+json"))
                .isTrue();
        var schemas = docs.path("components").path("schemas");
        assertThat(schemas.path("ClientContact").path("properties").has("addresses"))
                .isTrue();
        assertThat(schemas.path("RequestViewContact").path("properties").has("address"))
                .isTrue();
    }
}
