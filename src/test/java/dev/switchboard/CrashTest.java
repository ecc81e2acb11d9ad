package dev.switchboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One request whose program dies at every seam between two stores, or between us and the world, and is started again on
 * the same folder. Each start first repairs what the crash before it left, then runs into the next one.
 */
class CrashTest {

    private static final String PUBLIC_URL = "http://localhost";
    private static final String WEBHOOK = "/webhooks/twilio/messages";
    private static final String NUMBER = "+15550107777";
    private static final String QUESTION = "Which page, and since when?";
    private static final String TOLD = "Thanks, we are on it.";

    @TempDir
    Path folder;

    private final FakeTwilio twilio = new FakeTwilio();
    private Process program;
    private Desk desk;
    private int port;
    private String window = "PT0S";

    @AfterEach
    void stop() {
        program.destroyForcibly();
        twilio.close();
    }

    @Test
    void aRequestSurvivesACrashAtEverySeam() throws Exception {
        var text = text("SM1", "Login broken");
        start("before workflow.start");
        arrives(text);
        dies();

        start("before smsGateway.send");
        // Twilio had an answer or not; when not, it brings the text again
        post(text).expect(200);
        var request = desk.request(NUMBER);
        desk.complete(
                        desk.task(request, "triage_request"),
                        Map.of("decision", "proceed", "requestType", "bug", "urgency", "normal"))
                .expect(204);
        desk.complete(
                desk.task(request, "review_question_to_client"), Map.of("decision", "send", "clientMessage", QUESTION));
        dies();
        assertThat(twilio.attemptsTo(NUMBER)).isEmpty();

        start("after workflow.offerReply");
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(waitsForReply()).isEqualTo(1));
        assertThat(sent()).containsExactly(QUESTION);
        var reply = text("SM2", "On the login page in Chrome, since Monday");
        arrives(reply);
        dies();

        start("after issueTracker.create");
        post(reply).expect(200);
        var review = desk.task(request, "review_bug_report");
        assertThat(desk.status(request)).isEqualTo("in_progress");
        desk.complete(
                review,
                Map.of(
                        "decision",
                        "approve",
                        "bugReport",
                        Desk.json(Map.of("title", "Login", "markdown", "Fails since Monday")),
                        "clientMessage",
                        TOLD));
        dies();
        assertThat(count("local_issue")).isEqualTo(1);
        assertThat(sent()).containsExactly(QUESTION);

        start("after smsGateway.send");
        dies();
        assertThat(sent()).containsExactly(QUESTION, TOLD);

        start("");
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(states(request))
                .containsExactly("received", "sent", "received", "sent"));
        desk.awaitStatus(request, "waiting_for_delivery");
        assertThat(desk.requests(NUMBER)).hasSize(1);
        assertThat(sent()).containsExactly(QUESTION, TOLD);
        assertThat(twilio.attemptsTo(NUMBER)).hasSize(2);
        assertThat(count("local_issue")).isEqualTo(1);
        assertThat(engineCount("history/process-instance/count?processDefinitionKey=client_request"))
                .isEqualTo(1);
        for (var once : List.of("request_opened", "issue_filed", "message_joined")) {
            assertThat(desk.events(once, event -> true)).as(once).hasSize(1);
        }
        assertThat(desk.events("message_sent", event -> true)).hasSize(2);
        assertThat(desk.verdict().path("valid").asBoolean()).isTrue();
    }

    @Test
    void textsWithinTheirWindowSurviveAKill() throws Exception {
        window = "PT15S";
        start("");
        post(text("SM1", "Login broken")).expect(200);
        var request = desk.request(NUMBER);
        post(text("SM2", "on the phone")).expect(200);
        assertThat(desk.status(request)).isEqualTo("new");
        program.destroyForcibly().waitFor();

        start("");
        desk.task(request, "triage_request");
        assertThat(desk.messages(request)).hasSize(2);
        assertThat(desk.requests(NUMBER)).hasSize(1);
        assertThat(engineCount("history/process-instance/count?processDefinitionKey=client_request"))
                .isEqualTo(1);
        assertThat(desk.events("request_classified", event -> true)).hasSize(1);
    }

    /** Asked for once: each start goes on with it by itself, and runs into the next crash. */
    @Test
    void anErasureGoesOnAfterACrash() throws Exception {
        start("before strike.carryOut");
        var client = desk.client("Quagmire Ltd", NUMBER);
        post(text("SM1", "The quagmire page is down")).expect(200);
        var request = desk.request(NUMBER);
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(engineCount("task/count?processInstanceBusinessKey=" + request))
                        .isEqualTo(1));
        var asker = new Thread(() -> desk.admin().delete("/api/clients/" + client));
        asker.setDaemon(true);
        asker.setUncaughtExceptionHandler((thread, broken) -> {});
        asker.start();
        dies();

        start("after strike.carryOut");
        dies();

        start("");
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> desk.admin().get("/api/clients/" + client).expect(404));
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(count("erasure where finished_at is not null"))
                .isEqualTo(1));
        assertThat(engineCount("history/process-instance/count?processInstanceBusinessKey=" + request))
                .isZero();
        assertThat(desk.events("client_erased", event -> true)).hasSize(1);
        assertThat(desk.verdict().path("valid").asBoolean()).isTrue();
        assertThat(sent()).isEmpty();
    }

    /** Starts the program and waits until it can be called, or has died at its seam already. */
    private void start(String seam) throws IOException {
        var portFile = folder.resolve("port");
        Files.deleteIfExists(portFile);
        var log = folder.resolve("program.log").toFile();
        program = new ProcessBuilder(command(seam, portFile))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        await().atMost(Desk.BOUND.multipliedBy(2)).until(() -> Files.exists(portFile) || !program.isAlive());
        if (Files.exists(portFile)) {
            port = Integer.parseInt(Files.readString(portFile));
            desk = new Desk(port);
        }
    }

    private List<String> command(String seam, Path portFile) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingProgram.class.getName(),
                seam,
                portFile.toString(),
                "--server.port=0",
                "--switchboard.data-dir=" + folder.resolve("data"),
                "--switchboard.public-url=" + PUBLIC_URL,
                "--switchboard.burst-window=" + window,
                "--switchboard.admin-password=" + Caller.ADMIN_PASSWORD));
        twilio.settings().forEach((name, value) -> command.add("--" + name + "=" + value));
        return command;
    }

    private void dies() throws Exception {
        assertThat(program.waitFor(Desk.BOUND.toSeconds(), TimeUnit.SECONDS))
                .as("the program came to its seam")
                .isTrue();
        assertThat(program.exitValue())
                .as(() -> "exit of the program; its log: " + log())
                .isEqualTo(CrashingProgram.HALTED);
    }

    private String log() {
        try (var lines = Files.lines(folder.resolve("program.log"))) {
            return lines.filter(line -> line.contains("ERROR") || line.contains("APPLICATION FAILED"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program may die before it has answered: the text is on its disk all the same. */
    private void arrives(Map<String, String> text) {
        var sender = new Thread(() -> post(text));
        sender.setDaemon(true);
        sender.setUncaughtExceptionHandler((thread, broken) -> {});
        sender.start();
    }

    private Caller.Answer post(Map<String, String> text) {
        var body = text.entrySet().stream()
                .map(field -> Desk.encode(field.getKey()) + "=" + Desk.encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return Caller.anonymous(port)
                .with("X-Twilio-Signature", FakeTwilio.signature(FakeTwilio.TOKEN, PUBLIC_URL + WEBHOOK, text))
                .send("POST", WEBHOOK, "application/x-www-form-urlencoded", body);
    }

    private static Map<String, String> text(String sid, String body) {
        return Map.of("MessageSid", sid, "From", NUMBER, "To", FakeTwilio.NUMBER, "Body", body);
    }

    private List<String> sent() {
        return twilio.textsTo(NUMBER).stream().map(FakeTwilio.Sms::body).toList();
    }

    private List<String> states(String request) {
        return desk.messages(request).stream()
                .map((JsonNode message) -> message.path("status").asText())
                .toList();
    }

    private long waitsForReply() {
        return engineCount("event-subscription/count?eventName=client_replied");
    }

    private long engineCount(String path) {
        return desk.admin()
                .get("/engine-rest/" + path)
                .expect(200)
                .json()
                .path("count")
                .asLong();
    }

    private long count(String table) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + folder.resolve("data").resolve("switchboard.db"));
                var rows = connection.createStatement().executeQuery("select count(*) from " + table)) {
            return rows.getLong(1);
        }
    }
}
