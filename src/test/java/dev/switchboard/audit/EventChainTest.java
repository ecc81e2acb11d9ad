package dev.switchboard.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sqlite.SQLiteDataSource;

@SwitchboardTest
class EventChainTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @TempDir
    Path folder;

    Desk desk;

    /** At least ten events, whatever ran before. */
    @BeforeEach
    void events() {
        desk = new Desk(port);
        var number = Desk.newNumber();
        for (var i = 0; i < 3; i++) {
            desk.text(number, "STOP");
            desk.text(number, "START");
        }
    }

    @Test
    void anyoneCanRecomputeTheChainFromTheApi() {
        desk.task(desk.request(texting("Täglich \"Fehler\" \\ 😀\n in der Rechnung")), "triage_request");
        var head = desk.verdict().path("head").asText();
        var events = allEvents();
        var previous = "0".repeat(64);
        long seq = 0;
        var heads = new ArrayList<String>();
        for (var event : events) {
            assertThat(event.path("seq").asLong()).isEqualTo(++seq);
            assertThat(event.path("prevHash").asText()).isEqualTo(previous);
            var hashed = JSON.createObjectNode();
            for (var field : List.of("actor", "at", "clientId", "prevHash", "requestId", "seq", "type")) {
                hashed.set(field, event.get(field));
            }
            hashed.put("detailsHash", sha256(CanonicalJson.of(event.path("details"))));
            assertThat(event.path("hash").asText())
                    .as("hash of %s", event)
                    .isEqualTo(sha256(CanonicalJson.of((ObjectNode) hashed)));
            previous = event.path("hash").asText();
            heads.add(previous);
        }
        assertThat(heads).contains(head);
    }

    @Test
    void theLogSaysItIsWhole() {
        var verdict = desk.verdict();
        assertThat(verdict.path("valid").asBoolean()).isTrue();
        assertThat(verdict.path("events").asLong()).isGreaterThanOrEqualTo(10);
        assertThat(verdict.path("head").asText()).matches("[0-9a-f]{64}");
        assertThat(verdict.has("firstBroken")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event set type = 'x' where seq = 5",
                "update event set details = '{}'",
                "update event set details = '{\"erased\":true}' where seq = 5",
                "delete from event where seq = 5",
                "delete from event",
                "insert or replace into event select * from event where seq = 5",
            })
    void theDatabaseRefusesToChangeIt(String tampering) {
        assertThatThrownBy(() -> database.sql(tampering).update()).hasMessageContaining("append-only");
        assertThat(desk.verdict().path("valid").asBoolean()).isTrue();
    }

    /** By someone who owns the file and has taken the triggers away. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            update event set type = 'x' where seq = 5                                            | 5
            update event set at = '2020-01-01T00:00:00.000Z' where seq = 1                       | 1
            update event set details = '{"x":1}' where seq = 5                                   | 5
            update event set details = '{"erased":true}' where seq = 5                           | 5
            update event set actor_name = 'somebody' where seq in (7, 6)                         | 6
            update event set request_id = 'R-1' where seq = 5                                    | 5
            update event set client_id = 'C-1' where seq = 5                                     | 5
            update event set prev_hash = hash where seq = 5                                      | 5
            update event set hash = prev_hash where seq = 5                                      | 5
            delete from event where seq = 5                                                      | 5
            delete from event where seq = 1                                                      | 1
            delete from event where seq > 8                                                      | 9
            delete from event                                                                    | 1
            update event set seq = -seq where seq >= 5; update event set seq = 1 - seq where seq < 0 | 5
            update event set seq = -seq where seq = 5                                            | -5
            insert into event select 0, at, actor_kind, actor_name, type, request_id, client_id, details, details_hash, prev_hash, hash, null from event where seq = 1 | 0
            insert into event select seq + 1, at, actor_kind, actor_name, type, request_id, client_id, details, details_hash, hash, hash, null from event order by seq desc limit 1 | last + 1
            update event_chain set hash = (select hash from event where seq = 5)                 | last
            update event_chain set seq = seq + 1                                                 | last + 1
            update event_chain set seq = 5, hash = (select hash from event where seq = 5)        | 6
            """)
    void aBrokenChainNamesItsFirstBrokenEvent(String tampering, String firstBroken) throws SQLException {
        var copy = folder.resolve("copy.db");
        database.sql("vacuum into '" + copy + "'").update();
        long last;
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
                var statement = connection.createStatement()) {
            statement.execute("drop trigger event_is_never_changed");
            statement.execute("drop trigger event_is_never_deleted");
            statement.execute("drop trigger event_is_never_replaced");
            try (var head = statement.executeQuery("select seq from event_chain")) {
                last = head.getLong(1);
            }
            assertThat(verify(copy))
                    .isEqualTo(
                            new ChainVerifier.Verdict(true, last, verify(copy).head(), 0L, null));
            for (var sql : tampering.split(";")) {
                statement.execute(sql);
            }
        }
        var verdict = verify(copy);
        assertThat(verdict.valid()).isFalse();
        assertThat(verdict.head()).isNull();
        assertThat(verdict.firstBroken())
                .isEqualTo(
                        firstBroken.startsWith("last")
                                ? last + (firstBroken.endsWith("1") ? 1 : 0)
                                : Long.parseLong(firstBroken));
    }

    @Test
    void writersAtTheSameTimeKeepTheChainWhole() throws Exception {
        var before = desk.verdict().path("events").asLong();
        var writers = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < 8; i++) {
            writers.add(() -> {
                var number = Desk.newNumber();
                for (var n = 0; n < 5; n++) {
                    desk.text(number, n % 2 == 0 ? "STOP" : "START");
                    assertThat(desk.verdict().path("valid").asBoolean()).isTrue();
                }
                return true;
            });
        }
        var threads = Executors.newFixedThreadPool(writers.size());
        try {
            for (var writer : threads.invokeAll(writers)) {
                assertThat(writer.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        var after = desk.verdict();
        assertThat(after.path("valid").asBoolean()).isTrue();
        assertThat(after.path("events").asLong()).isGreaterThanOrEqualTo(before + 8 * 5 * 2);
    }

    private String texting(String words) {
        var number = Desk.newNumber();
        desk.text(number, words);
        return number;
    }

    private List<JsonNode> allEvents() {
        var events = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = desk.admin()
                    .get("/api/events?limit=100&cursor=" + cursor)
                    .expect(200)
                    .json();
            page.path("items").forEach(events::add);
            cursor = page.path("nextCursor").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
        events.sort(Comparator.comparingLong(event -> event.path("seq").asLong()));
        return events;
    }

    private static ChainVerifier.Verdict verify(Path file) {
        var dataSource = new SQLiteDataSource();
        dataSource.setUrl("jdbc:sqlite:" + file);
        var configuration = new Configuration(new Environment("copy", new JdbcTransactionFactory(), dataSource));
        configuration.setMapUnderscoreToCamelCase(true);
        configuration.setArgNameBasedConstructorAutoMapping(true);
        configuration.addMapper(EventRows.class);
        try (var session = new SqlSessionFactoryBuilder().build(configuration).openSession(true)) {
            return new ChainVerifier(session.getMapper(EventRows.class)).verify();
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
