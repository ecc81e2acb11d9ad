package dev.switchboard.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.switchboard.Caller;
import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an auditor finds who has the archive and nothing else. */
@SwitchboardTest
class EvidenceTest {

    private static final String WISH = "Could you please add <script>alert('menu')</script> to our website?";
    private static final String PRD = "# Autumn menu 🍂\n\nAs it was approved.";
    private static final ObjectMapper SORTED =
            new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    @LocalServerPort
    int port;

    Desk desk;
    String number;
    String request;
    String told;
    Caller petra;

    @BeforeEach
    void aDraftIsSentBackAndThenApproved() {
        desk = new Desk(port);
        number = Desk.newNumber();
        petra = Caller.staff(port, "petra-of-evidence", "product");
        desk.client("Evident Ltd", number);
        desk.text(number, WISH);
        request = desk.request(number);
        var first = desk.task(request, "review_prd");
        completes(first, Map.of("decision", "redraft", "feedback", "Shorter, please."));
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(desk.task(request, "review_prd"))
                .isNotEqualTo(first));
        var second = desk.task(request, "review_prd");
        told = desk.variable(second, "clientMessage").asText();
        completes(second, Map.of("decision", "approve", "prd", Desk.json(Map.of("markdown", PRD))));
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(desk.phone(number)).containsExactly(told));
    }

    @Test
    void itShowsWhoDecidedWhatOnWhichText() throws Exception {
        var zip = Unzipped.of(desk.admin().download("/api/requests/" + request + "/evidence"));

        var decisions = zip.json("evidence.json").path("decisions");
        assertThat(decisions)
                .extracting(
                        d -> d.path("by").asText() + " " + d.path("decision").asText())
                .containsExactly("petra-of-evidence redraft", "petra-of-evidence approve");
        var approved = new HashMap<String, JsonNode>();
        decisions
                .get(1)
                .path("approved")
                .forEach(words -> approved.put(words.path("purpose").asText(), words));
        assertThat(zip.text(approved.get("prd").path("file").asText())).isEqualTo(PRD);
        assertThat(approved.get("prd").path("unedited").asBoolean()).isFalse();
        assertThat(zip.text(approved.get("client_message").path("file").asText()))
                .isEqualTo(told);
        assertThat(approved.get("client_message").path("draftedBy").asText()).isNotEmpty();
        assertThat(approved.get("client_message").path("foundIn")).isNotEmpty();

        assertThat(zip.json("model-calls.json"))
                .filteredOn(call -> call.path("purpose").asText().equals("draft_prd"))
                .hasSize(2)
                .allMatch(call -> call.path("input").asText().contains("website")
                        && !call.path("promptVersion").asText().isEmpty());
        assertThat(zip.json("messages.json"))
                .filteredOn(message -> message.path("direction").asText().equals("outbound"))
                .singleElement()
                .matches(message -> message.path("providerId").asText().startsWith("SM"));
        assertThat(zip.text("issues.json")).contains("Autumn menu");
        assertThat(zip.json("document-versions.json")).hasSize(3);

        var page = zip.text("evidence.html");
        assertThat(page)
                .contains("petra-of-evidence")
                .contains("As it was approved.")
                .contains("&lt;script&gt;");
        assertThat(page).doesNotContain("<script");
        assertThat(zip.text("VERIFY.md")).contains("sha256sum");
    }

    @Test
    void itHoldsTheDiagramsAndTablesThatDecidedAndWhatWentInAndOut() throws Exception {
        var zip = Unzipped.of(desk.admin().download("/api/requests/" + request + "/evidence"));

        var instances = zip.json("engine.json");
        assertThat(instances).extracting(i -> i.path("process").asText()).contains("client_request", "feature_request");
        for (var instance : instances) {
            var file = instance.path("process").asText().replace('_', '-') + ".bpmn";
            assertThat(zip.text("definitions/" + instance.path("diagram").asText()))
                    .isEqualTo(shipped(file));
        }
        var tables = instances.findValues("decisions").stream()
                .filter(found -> found.isArray() && !found.isEmpty())
                .map(found -> found.get(0))
                .toList();
        assertThat(tables).anySatisfy(table -> {
            assertThat(table.path("table").asText()).isEqualTo("routing");
            assertThat(table.path("inputs")).isNotEmpty();
            assertThat(table.path("outputs")).isNotEmpty();
            assertThat(zip.text("definitions/" + table.path("file").asText())).isEqualTo(shipped("routing.dmn"));
        });
        assertThat(instances.findValues("variables").toString()).contains("Shorter, please.");
        assertThat(instances.findValues("tasks").toString()).contains("review_prd");
    }

    @Test
    void everyHashCanBeRecomputedFromTheArchiveAlone() throws Exception {
        var zip = Unzipped.of(desk.admin().download("/api/requests/" + request + "/evidence?chain=full"));

        var words = zip.files().keySet().stream()
                .filter(name -> name.startsWith("words/"))
                .toList();
        assertThat(words)
                .hasSize(2)
                .allMatch(name -> name.equals("words/" + sha256(zip.files().get(name)) + ".txt"));
        for (var version : zip.json("document-versions.json")) {
            var prefix = "documents/" + version.path("documentId").asText() + "/v" + version.path("n") + ".";
            var file = zip.files().keySet().stream()
                    .filter(name -> name.startsWith(prefix))
                    .findFirst();
            assertThat(sha256(zip.files().get(file.orElseThrow())))
                    .isEqualTo(version.path("sha256").asText());
        }

        var events = zip.json("events.json");
        var hashes = new LinkedHashMap<Long, JsonNode>();
        zip.json("chain.json")
                .path("neighbours")
                .forEach(link -> hashes.put(link.path("seq").asLong(), link));
        for (var event : events) {
            assertThat(sha256(event.path("detailsText").asText()))
                    .isEqualTo(event.path("detailsHash").asText());
            assertThat(hash(event)).isEqualTo(event.path("hash").asText());
            hashes.put(event.path("seq").asLong(), event);
        }
        var linked = hashes.keySet().stream()
                .filter(seq -> hashes.containsKey(seq - 1))
                .toList();
        assertThat(linked).hasSizeGreaterThanOrEqualTo(events.size() - 1);
        for (var seq : linked) {
            assertThat(hashes.get(seq).path("prevHash").asText())
                    .isEqualTo(hashes.get(seq - 1).path("hash").asText());
        }
        assertThat(events)
                .filteredOn(event -> event.path("type").asText().equals("message_received"))
                .hasSize(1);

        chainLeadsToTheHead(zip, events);
    }

    private static void chainLeadsToTheHead(Unzipped zip, JsonNode events) throws Exception {
        var lines = zip.text("chain-to-head.ndjson").lines().map(Unzipped::read).toList();
        var previous = events.get(0).path("prevHash").asText();
        for (var line : lines) {
            assertThat(line.path("prevHash").asText()).isEqualTo(previous);
            assertThat(hash(line)).isEqualTo(line.path("hash").asText());
            assertThat(line.has("details")).isFalse();
            previous = line.path("hash").asText();
        }
        // What was written while the archive was made lies behind the head that it names
        assertThat(lines)
                .extracting(line -> line.path("hash").asText())
                .contains(zip.json("chain.json").at("/verdict/head").asText());
        assertThat(lines)
                .extracting(line -> line.path("hash").asText())
                .contains(events.get(events.size() - 1).path("hash").asText());
    }

    private static String shipped(String file) throws IOException {
        try (var stream = EvidenceTest.class.getResourceAsStream("/processes/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void completes(String task, Map<String, String> fields) {
        var variables = new HashMap<String, Object>();
        fields.forEach((name, value) ->
                variables.put(name, Map.of("value", value, "type", value.startsWith("{") ? "Json" : "String")));
        petra.post("/engine-rest/task/" + task + "/submit-form", Desk.json(Map.of("variables", variables)))
                .expect(204);
    }

    private static String hash(JsonNode event) throws Exception {
        var covered = new HashMap<String, Object>();
        for (var field : List.of("actor", "at", "clientId", "detailsHash", "prevHash", "requestId", "seq", "type")) {
            covered.put(field, SORTED.treeToValue(event.path(field), Object.class));
        }
        return sha256(SORTED.writeValueAsString(covered));
    }

    private static String sha256(String text) throws Exception {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
