package dev.switchboard.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.Caller;
import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who listens hears what changed, names only. */
@SwitchboardTest
class LiveTest {

    @LocalServerPort
    int port;

    @Test
    void aTextIsHeardOfWithItsTaskAndWithoutItsWords() throws Exception {
        var heard = listen();
        var desk = new Desk(port);
        var number = Desk.newNumber();
        desk.client("Live " + number, number);
        desk.text(number, "What about the secret penguin?");
        var request = desk.request(number);
        desk.task(request, "review_answer");
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(heard)
                .anyMatch(line -> line.contains("\"kind\":\"task\"") && line.contains(request))
                .anyMatch(line -> line.contains("draft_written") && line.contains(request)));
        assertThat(heard).noneMatch(line -> line.contains("penguin"));
    }

    @Test
    void nobodyListensWithoutSigningIn() {
        Caller.anonymous(port).get("/api/stream").expect(401);
    }

    private Queue<String> listen() throws IOException, InterruptedException {
        var credentials = Base64.getEncoder().encodeToString((Caller.ADMIN + ":" + Caller.ADMIN_PASSWORD).getBytes());
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/stream"))
                                .header("Authorization", "Basic " + credentials)
                                .build(),
                        BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        var heard = new ConcurrentLinkedQueue<String>();
        var reader = new Thread(() -> answer.body().forEach(heard::add));
        reader.setDaemon(true);
        reader.start();
        return heard;
    }
}
