package dev.switchboard.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Caller;
import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A program of its own: nobody else's events are erased here, and all of its files are looked through. */
@SwitchboardTest(properties = "test.of=erasure")
class ErasureTest {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    @Qualifier("camundaBpmDataSource")
    DataSource engine;

    @Value("${switchboard.data-dir}")
    Path dataDir;

    Desk desk;
    String mark;
    String number;
    String client;
    String request;

    /** One client's whole story, every word of it with a mark that nothing else has. */
    @BeforeEach
    void aFeatureIsFiled() {
        desk = new Desk(port);
        mark = "Xylo" + COUNTER.incrementAndGet() + "quartz";
        number = Desk.newNumber();
        desk.text(number, "HELP");
        client = desk.client(mark + " GmbH", number);
        desk.admin()
                .post(
                        "/api/simulator/messages",
                        Desk.json(Map.of(
                                "from",
                                number,
                                "body",
                                "Could you please add the " + mark + " menu to our website?",
                                "media",
                                List.of(Map.of("contentType", "text/plain", "base64", base64(mark + " drawn"))))))
                .expect(201);
        request = desk.request(number);
        desk.complete(
                        desk.task(request, "review_prd"),
                        Map.of(
                                "decision",
                                "approve",
                                "prd",
                                Desk.json(Map.of("markdown", "# " + mark + " menu\n\nAs long as it takes.")),
                                "clientMessage",
                                "Thanks: the " + mark + " menu is on our list."))
                .expect(204);
        desk.awaitStatus(request, "waiting_for_delivery");
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(desk.phone(number))
                .contains("Thanks: the " + mark + " menu is on our list."));
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(desk.items("/api/documents?request=" + request))
                .extracting(document -> document.path("kind").asText())
                .contains("media", "prd"));
        // What is written of it beside the request, too
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(desk.admin()
                        .get("/api/clients/" + client)
                        .expect(200)
                        .json()
                        .path("summary")
                        .asText())
                .contains(mark));
    }

    @Test
    void theExportHoldsEverythingAndSaysWhoTookIt() {
        var zip = Unzipped.of(desk.admin().download("/api/clients/" + client + "/export"));

        assertThat(zip.text("README.txt")).contains(client).contains("messages.json");
        assertThat(zip.json("client.json").at("/0/name").asText()).isEqualTo(mark + " GmbH");
        assertThat(zip.json("addresses.json").at("/0/address").asText()).isEqualTo(number);
        assertThat(zip.json("messages.json"))
                .extracting(m -> m.path("body").asText())
                .contains("HELP");
        for (var file : List.of(
                "messages.json",
                "requests.json",
                "model-calls.json",
                "local-issues.json",
                "simulated-phone.json",
                "engine/" + request + ".json")) {
            assertThat(zip.text(file)).as(file).contains(mark);
        }
        assertThat(zip.json("approvals.json")).hasSize(2);
        assertThat(zip.json("events.json"))
                .extracting(event -> event.path("type").asText())
                .contains("message_received", "client_created", "draft_written", "client_exported");
        assertThat(zip.files().keySet().stream().filter(name -> name.startsWith("documents/")))
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(name -> zip.text(name).contains(mark));
        assertThat(desk.events(
                        "client_exported",
                        event -> event.path("clientId").asText().equals(client)))
                .singleElement()
                .matches(event -> event.at("/actor/name").asText().equals(Caller.ADMIN));
    }

    @Test
    void nothingOfAnErasedClientIsFoundAnywhereAndTheChainIsWhole() throws Exception {
        var staff =
                desk.admin().post("/api/requests/" + request + "/messages", Desk.json(Map.of("body", mark + " soon")));
        staff.expect(201);
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(desk.phone(number)).contains(mark + " soon"));
        var traces = new Traces(dataDir, engine, List.of(mark, number.substring(1)));
        assertThat(traces.inEngine()).isNotEmpty();
        assertThat(traces.inFiles()).isNotEmpty();
        var before = desk.verdict();

        var receipt = desk.admin().delete("/api/clients/" + client).expect(200).json();

        assertThat(receipt.path("status").asText()).isEqualTo("erased");
        assertThat(receipt.at("/counts/requests").asInt()).isEqualTo(1);
        assertThat(receipt.at("/counts/messages").asInt()).isEqualTo(5);
        assertThat(receipt.path("outside")).isNotEmpty();
        assertThat(traces.inEngine()).isEmpty();
        assertThat(traces.inFiles()).isEmpty();
        var after = desk.verdict();
        assertThat(after.path("valid").asBoolean()).isTrue();
        assertThat(after.path("erased").asLong())
                .isGreaterThan(before.path("erased").asLong() + 10);
        assertThat(after.path("events").asLong())
                .isGreaterThan(before.path("events").asLong());

        desk.admin().get("/api/clients/" + client).expect(404);
        desk.admin().get("/api/clients/" + client + "/export").expect(404);
        var shown = desk.admin().get("/api/requests/" + request).expect(200).json();
        assertThat(shown.path("status").asText()).isEqualTo("closed");
        assertThat(shown.at("/client/id").asText()).isEqualTo(client);
        assertThat(shown.path("currentSteps")).isEmpty();
        assertThat(desk.messages(request))
                .hasSize(3)
                .allMatch(m -> m.path("body").asText().isEmpty());
        desk.admin().get("/api/requests/" + request + "/timeline").expect(200);
        desk.admin()
                .post("/api/requests/" + request + "/messages", Desk.json(Map.of("body", "Hello?")))
                .expect(409);
        assertThat(traces.inFiles()).isEmpty();
    }

    @Test
    void anotherClientIsLeftAlone() {
        var otherNumber = Desk.newNumber();
        var other = desk.client("The neighbour of " + mark, otherNumber);
        desk.text(otherNumber, "Why is the invoice wrong?");
        var theirs = desk.request(otherNumber);
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(desk.events("request_classified", e -> true))
                .anyMatch(e -> e.path("requestId").asText().equals(theirs)));
        var export = Unzipped.of(desk.admin().download("/api/clients/" + other + "/export"));

        desk.admin().delete("/api/clients/" + client).expect(200);

        var again = Unzipped.of(desk.admin().download("/api/clients/" + other + "/export"));
        for (var file :
                List.of("client.json", "contacts.json", "addresses.json", "messages.json", "model-calls.json")) {
            assertThat(again.text(file)).as(file).isEqualTo(export.text(file));
        }
        assertThat(again.json("events.json"))
                .noneMatch(event -> event.path("details").has("erased"))
                .hasSizeGreaterThan(3);
    }

    @Test
    void erasedTwiceIsErasedOnce() {
        var first = desk.admin().delete("/api/clients/" + client).expect(200).json();
        var events = desk.verdict().path("events").asLong();
        var second = desk.admin().delete("/api/clients/" + client).expect(200).json();
        assertThat(second).isEqualTo(first);
        assertThat(desk.verdict().path("events").asLong()).isEqualTo(events);
        assertThat(desk.events("client_erased", this::ofClient)).hasSize(1);
    }

    /** Whoever opted out stays so: what is kept of the number cannot be turned back into it. */
    @Test
    void anOptOutOutlivesTheErasure() {
        desk.text(number, "STOP");
        desk.admin().delete("/api/clients/" + client).expect(200);
        assertThat(addresses()).isEmpty();

        desk.text(number, "It is me again");
        assertThat(addresses()).containsExactly("withdrawn");
        desk.text(number, "START");
        assertThat(addresses()).containsExactly("granted");
    }

    @Test
    void aNumberThatHadNotOptedOutIsAStrangers() {
        desk.admin().delete("/api/clients/" + client).expect(200);
        desk.text(number, "It is me again");
        assertThat(addresses()).containsExactly("unknown");
        assertThat(desk.request(number)).isNotEqualTo(request);
    }

    @Test
    void onlyLeadsAndAdministratorsEraseAndExportIsForThoseWhoCareForClients() {
        for (var group : List.of("triage", "product", "engineering", "processOwners")) {
            var member = Caller.staff(port, group + "-member", group);
            member.delete("/api/clients/" + client).expect(403);
            member.get("/api/clients/" + client + "/export").expect(403);
            member.get("/api/requests/" + request + "/evidence").expect(200);
        }
        var account = Caller.staff(port, "account-member", "account");
        account.delete("/api/clients/" + client).expect(403);
        account.get("/api/clients/" + client + "/export").expect(200);
        Caller.anonymous(port).delete("/api/clients/" + client).expect(401);
        Caller.anonymous(port).get("/api/requests/" + request + "/evidence").expect(401);
        Caller.staff(port, "lead-member", "leads")
                .delete("/api/clients/" + client)
                .expect(200);
        desk.admin().delete("/api/clients/C-999999").expect(404);
        desk.admin().get("/api/requests/R-999999/evidence").expect(404);
    }

    @Test
    void whileATextIsWithTheCarrierNothingIsErased() {
        var now = java.time.Instant.now().toString();
        database.sql(
                        "update message set status = 'sending', sending_since = ? where request_id = ? and direction = 'outbound'")
                .params(now, request)
                .update();
        assertThat(desk.admin().delete("/api/clients/" + client).expect(409).body())
                .contains("try again in a minute");
        desk.admin().get("/api/clients/" + client).expect(200);
        assertThat(desk.events("client_erasing", this::ofClient)).isEmpty();

        // Left there by a crash: nobody will ask what became of it
        database.sql(
                        "update message set sending_since = '2020-01-01T00:00:00.000Z' where request_id = ? and status = 'sending'")
                .param(request)
                .update();
        desk.admin().delete("/api/clients/" + client).expect(200);
    }

    @Test
    void detailsThatNoErasureReportsAreBrokenAndNothingElseCanBeChanged() {
        var other = desk.client("Tampered " + mark, Desk.newNumber());
        var seq = desk.events(
                        "client_created",
                        event -> event.path("clientId").asText().equals(other))
                .get(0)
                .path("seq")
                .asLong();
        desk.admin().delete("/api/clients/" + client).expect(200);
        for (var change : List.of(
                "details = '{}'",
                "details = '{\"erased\":true}', type = 'x'",
                "details = '{\"erased\":true}', actor_name = 'x'",
                "details = '{\"erased\":true}', details_hash = hash")) {
            assertThatThrownBy(() -> database.sql("update event set " + change + " where seq = " + seq)
                            .update())
                    .hasMessageContaining("append-only");
        }
        var details = database.sql("select details from event where seq = " + seq)
                .query(String.class)
                .single();

        database.sql("update event set details = '{\"erased\":true}' where seq = " + seq)
                .update();
        try {
            assertThat(desk.verdict().path("valid").asBoolean()).isFalse();
            assertThat(desk.verdict().path("firstBroken").asLong()).isEqualTo(seq);
        } finally {
            // The others of this class want a whole chain: only somebody who owns the file can undo it
            var trigger = database.sql("select sql from sqlite_master where name = 'event_is_never_changed'")
                    .query(String.class)
                    .single();
            database.sql("drop trigger event_is_never_changed").update();
            database.sql("update event set details = ? where seq = ?")
                    .params(details, seq)
                    .update();
            database.sql(trigger).update();
        }
        assertThat(desk.verdict().path("valid").asBoolean()).isTrue();
    }

    /** Its business key is the client's; the review still waits for somebody. */
    @Test
    void anOnboardingUnderWayEndsAndNothingIsSent() throws Exception {
        var phone = Desk.newNumber();
        var name = mark + " onboarded";
        var variables = Map.of(
                "clientName", Map.of("value", name),
                "contactName", Map.of("value", mark + " Ana"),
                "phone", Map.of("value", phone),
                "consentProof", Map.of("value", mark + " said so"));
        desk.admin()
                .post(
                        "/engine-rest/process-definition/key/client_onboarding/submit-form",
                        Desk.json(Map.of("variables", variables)))
                .expect(200);
        var onboarded = desk.items("/api/clients?q=" + Desk.encode(name))
                .get(0)
                .path("id")
                .asText();
        desk.task(onboarded, "review_welcome_message");

        desk.admin().delete("/api/clients/" + onboarded).expect(200);

        var traces = new Traces(dataDir, engine, List.of(name, mark + " Ana", mark + " said so", phone.substring(1)));
        assertThat(traces.inEngine()).isEmpty();
        assertThat(traces.inFiles()).isEmpty();
        assertThat(desk.phone(phone)).isEmpty();
        assertThat(desk.items("/api/clients?q=erased")).isEmpty();
    }

    /** The consent, and whoever it belongs to now, are another client's business. */
    @Test
    void aNumberThatWentToAnotherClientStaysWithThem() throws Exception {
        desk.admin()
                .send("PATCH", "/api/clients/" + client, "application/json", "{\"contacts\":[]}")
                .expect(200);
        var heir = desk.client("Heir of the number", number);
        desk.text(number, "STOP");

        // 202 while something of the client is still under way: then it goes on by itself
        await().atMost(Desk.BOUND)
                .untilAsserted(
                        () -> desk.admin().delete("/api/clients/" + client).expect(200));

        assertThat(new Traces(dataDir, engine, List.of(mark)).inFiles()).isEmpty();
        assertThat(addresses()).containsExactly("withdrawn");
        assertThat(desk.admin()
                        .get("/api/clients/" + heir)
                        .expect(200)
                        .json()
                        .at("/contacts/0/addresses/0/address")
                        .asText())
                .isEqualTo(number);
        assertThat(database.sql("select count(*) from request where address = ?")
                        .param(number)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** A step that was under way when the client was erased may write its result afterwards. */
    @Test
    void aLastPassTakesWhatWasWrittenLate() {
        desk.admin().delete("/api/clients/" + client).expect(200);
        database.sql(
                        "insert into model_call (idempotency_key, request_id, purpose, provider, model, prompt_version, input,"
                                + " output, outcome, latency_ms, at) values ('late', ?, 'draft_prd', 'offline', 'm', '1', ?, ?,"
                                + " 'answered', 1, '2026-11-22T00:00:00.000Z')")
                .params(request, mark, mark)
                .update();
        database.sql("update erasure set finished_at = '2020-01-01T00:00:00.000Z' where client_id = ?")
                .param(client)
                .update();

        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(
                        database.sql("select count(*) from erasure where client_id = ? and settled_at is not null")
                                .param(client)
                                .query(Long.class)
                                .single())
                .isEqualTo(1));
        assertThat(database.sql("select count(*) from model_call where request_id = ? and input || output <> ''")
                        .param(request)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private List<String> addresses() {
        return database.sql("select consent from address where address = ?")
                .param(number)
                .query(String.class)
                .list();
    }

    private boolean ofClient(JsonNode event) {
        return event.path("clientId").asText().equals(client);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes());
    }
}
