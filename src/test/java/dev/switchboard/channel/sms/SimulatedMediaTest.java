package dev.switchboard.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.Caller.Answer;
import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@SwitchboardTest
class SimulatedMediaTest {

    @LocalServerPort
    int port;

    @Test
    void aSimulatedPhonesPictureBecomesADocumentOfTheRequest() {
        var desk = new Desk(port);
        var number = Desk.newNumber();
        send(desk, number, "image/jpeg", Base64.getEncoder().encodeToString(new byte[5 * 1024 * 1024]))
                .expect(201);
        var request = desk.request(number);
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(
                        desk.messages(request).get(0).at("/media/0/documentId").isTextual())
                .isTrue());
        var file = desk.messages(request).get(0).at("/media/0");
        assertThat(file.path("bytes").asInt()).isEqualTo(5 * 1024 * 1024);
        var link = desk.admin()
                .get("/api/documents/" + file.path("documentId").asText() + "/versions/1/link")
                .expect(200)
                .json();
        desk.admin().get(link.path("url").asText()).expect(200);
        assertThat(link.path("expiresAt").isNull()).isTrue();
    }

    @Test
    void whatIsNoFileIsRefusedWithASentence() {
        var desk = new Desk(port);
        var number = Desk.newNumber();
        assertThat(send(desk, number, "image/jpeg", "no base64!").expect(400).body())
                .contains("Base64");
        send(desk, number, "image/jpeg", Base64.getEncoder().encodeToString(new byte[5 * 1024 * 1024 + 1]))
                .expect(413);
        send(desk, number, "image/png;base64,x", "AAAA").expect(400);
        assertThat(desk.admin()
                        .post("/api/simulator/messages", "{\"from\":\"" + number + "\"}")
                        .expect(400)
                        .body())
                .contains("body, or media");
        assertThat(desk.requests(number)).isEmpty();
    }

    private static Answer send(Desk desk, String number, String contentType, String base64) {
        var media = List.of(Map.of("contentType", contentType, "base64", base64));
        return desk.admin().post("/api/simulator/messages", Desk.json(Map.of("from", number, "media", media)));
    }
}
