package dev.switchboard.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Desk;
import dev.switchboard.FakeTwilio;
import dev.switchboard.SwitchboardTest;
import dev.switchboard.system.Times;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@SwitchboardTest
@ExtendWith(OutputCaptureExtension.class)
class MmsTest extends TwilioProgram {

    private static final byte[] PICTURE = "not really a picture".getBytes(StandardCharsets.UTF_8);

    @Autowired
    JdbcClient database;

    @AfterEach
    void heal() {
        TWILIO.failMedia(0);
    }

    @Test
    void aPictureWithoutWordsOpensARequestAndBecomesItsDocument(CapturedOutput log) {
        TWILIO.failMedia(1);
        var number = Desk.newNumber();
        picture(number, TWILIO.media("image/png", PICTURE), "image/png");
        var request = desk.request(number);
        assertThat(desk.admin()
                        .get("/api/requests/" + request)
                        .json()
                        .path("title")
                        .asText())
                .isEqualTo("Picture without words");

        var file = keptFile(request);
        assertThat(file.path("contentType").asText()).isEqualTo("image/png");
        assertThat(file.path("bytes").asInt()).isEqualTo(PICTURE.length);
        assertThat(file).hasSize(3);
        var id = file.path("documentId").asText();
        var document = desk.admin().get("/api/documents/" + id).expect(200).json();
        assertThat(document.path("requestId").asText()).isEqualTo(request);
        assertThat(document.path("kind").asText()).isEqualTo("media");
        assertThat(document.path("versions")).hasSize(1);
        assertThat(document.at("/versions/0/author/kind").asText()).isEqualTo("client");
        assertThat(document.at("/versions/0/author/name").asText()).startsWith("A-");
        var content =
                desk.admin().get("/api/documents/" + id + "/versions/1/content").expect(200);
        assertThat(content.body()).isEqualTo(new String(PICTURE, StandardCharsets.UTF_8));
        assertThat(content.header("Content-Disposition")).startsWith("attachment");
        assertThat(log.getAll()).doesNotContain(FakeTwilio.TOKEN);
    }

    @Test
    void filesThatWeDoNotTakeAreSaidAndTheRestIsKept() {
        var number = Desk.newNumber();
        var form = text(number, "Look at these");
        form.put("NumMedia", "3");
        form.put("MediaUrl0", TWILIO.media("image/svg+xml", PICTURE));
        form.put("MediaContentType0", "image/svg+xml");
        form.put("MediaUrl1", "https://169.254.169.254/latest/meta-data/");
        form.put("MediaContentType1", "image/png");
        form.put("MediaUrl2", TWILIO.media("application/pdf", PICTURE));
        form.put("MediaContentType2", "application/pdf");
        post(MESSAGES, form).expect(200);
        var request = desk.request(number);
        await().atMost(Desk.BOUND).untilAsserted(() -> {
            assertThat(given(request)).isEqualTo(2);
            assertThat(media(request).path(2).path("documentId").isTextual()).isTrue();
        });
        assertThat(media(request).path(0).path("documentId").isNull()).isTrue();
        assertThat(media(request).path(1).path("documentId").isNull()).isTrue();
    }

    @Test
    void theLastFailedTryIsSaidAndTheRequestWentOnMeanwhile() {
        TWILIO.failMedia(1000);
        var number = Desk.newNumber();
        picture(number, TWILIO.media("image/jpeg", PICTURE), "image/jpeg");
        var request = desk.request(number);
        desk.task(request, "triage_request");
        var message = desk.messages(request).get(0).path("id").asText();
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(attempts(message)).isPositive());
        database.sql("update media_file set attempts = 9, next_attempt_at = ? where message_id = ?")
                .params(Times.text(Instant.now()), message)
                .update();
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(given(request)).isEqualTo(1));
        assertThat(desk.events("media_not_kept", event -> isOf(event, request))
                        .get(0)
                        .at("/details/reason")
                        .asText())
                .contains("answers 500");
        assertThat(media(request).path(0).path("documentId").isNull()).isTrue();
    }

    @Test
    void aFileThatIsFetchedAgainAfterACrashIsNoSecondDocument() {
        var number = Desk.newNumber();
        var url = TWILIO.media("image/gif", PICTURE);
        picture(number, url, "image/gif");
        var request = desk.request(number);
        var document = keptFile(request).path("documentId").asText();
        var message = desk.messages(request).get(0).path("id").asText();
        database.sql("""
                        update media_file set document_id = null, source = ?, next_attempt_at = ? where message_id = ?
                        """).params(url, Times.text(Instant.now()), message).update();
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(database.sql("select document_id from media_file where message_id = ?")
                                .param(message)
                                .query(String.class)
                                .optional())
                        .contains(document));
        assertThat(desk.items("/api/documents?request=" + request)).hasSize(1);
        assertThat(desk.items("/api/documents/" + document + "/versions")).hasSize(1);
    }

    private int attempts(String message) {
        return database.sql("select attempts from media_file where message_id = ?")
                .param(message)
                .query(Integer.class)
                .single();
    }

    private void picture(String number, String url, String contentType) {
        var form = text(number, "");
        form.putAll(Map.of("NumMedia", "1", "MediaUrl0", url, "MediaContentType0", contentType));
        post(MESSAGES, form).expect(200);
    }

    private JsonNode keptFile(String request) {
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(
                        media(request).path(0).path("documentId").isTextual())
                .isTrue());
        return media(request).path(0);
    }

    private JsonNode media(String request) {
        return desk.messages(request).get(0).path("media");
    }

    private int given(String request) {
        return desk.events("media_not_kept", event -> isOf(event, request)).size();
    }

    private static boolean isOf(JsonNode event, String request) {
        return request.equals(event.path("requestId").asText());
    }
}
