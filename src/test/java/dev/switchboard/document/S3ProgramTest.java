package dev.switchboard.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Caller.Answer;
import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import dev.switchboard.document.FakeS3.Fault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole program with its documents in a bucket. */
@SwitchboardTest
class S3ProgramTest {

    private static final FakeS3 S3 = new FakeS3();

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void bucket(DynamicPropertyRegistry registry) {
        S3Account.set();
        registry.add("s3.bucket", () -> FakeS3.BUCKET);
        registry.add("s3.endpoint", S3::url);
        registry.add("s3.timeout", () -> "PT1S");
    }

    @AfterAll
    static void close() {
        S3Account.clear();
    }

    @BeforeAll
    static void account() {
        S3Account.set();
    }

    @Test
    void aPictureOutlivesAnOutageOfTheBucketAndIsDownloadedByALink() throws Exception {
        var desk = new Desk(port);
        var number = Desk.newNumber();
        S3.fail(Fault.ERROR, 4);
        send(desk, number, new byte[] {1, 2, 3});
        var request = desk.request(number);
        desk.task(request, "triage_request");
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(
                        file(desk, request).path("documentId").isTextual())
                .isTrue());
        assertThat(desk.items("/api/documents?request=" + request)).hasSize(1);

        var version = "/api/documents/" + file(desk, request).path("documentId").asText() + "/versions/1";
        desk.admin().get(version + "/content").expect(200);
        var link = desk.admin().get(version + "/link").expect(200).json();
        assertThat(link.path("expiresAt").isTextual()).isTrue();
        var got = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(link.path("url").asText()))
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(got.body()).containsExactly(1, 2, 3);

        S3.fail(Fault.ERROR, 1000);
        var answer = desk.admin().get(version + "/content").expect(503);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("Try again").doesNotContain("Exception");
        assertThat(desk.admin()
                        .get("/actuator/health")
                        .expect(200)
                        .json()
                        .at("/components/documents/status")
                        .asText())
                .isEqualTo("TROUBLE");
        S3.fail(Fault.NONE, 0);
        desk.admin().get(version + "/content").expect(200);
    }

    /** The right to the bucket was taken away while the program runs. */
    @Test
    void accessDeniedWhileRunningIsSaidAndNothingIsHalfKept() {
        var desk = new Desk(port);
        var number = Desk.newNumber();
        desk.text(number, "Here comes a file");
        var request = desk.request(number);
        S3.fail(Fault.DENIED, 1000);
        try {
            var refused = upload(desk, request).expect(503);
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
            assertThat(refused.json().path("detail").asText()).contains("an administrator finds the reason in the log");
            assertThat(refused.body()).doesNotContain("Exception", "AccessDenied");
            assertThat(desk.items("/api/documents?request=" + request)).isEmpty();
        } finally {
            S3.fail(Fault.NONE, 0);
        }
        var id = upload(desk, request).expect(201).json().path("id").asText();
        assertThat(desk.items("/api/documents?request=" + request)).hasSize(1);
        S3.fail(Fault.DENIED, 1000);
        try {
            desk.admin().get("/api/documents/" + id + "/versions/1/content").expect(503);
        } finally {
            S3.fail(Fault.NONE, 0);
        }
        assertThat(desk.admin()
                        .get("/api/documents/" + id + "/versions/1/content")
                        .expect(200)
                        .body())
                .isEqualTo("the words of the file");
    }

    private static Answer upload(Desk desk, String request) {
        var boundary = "parts";
        return desk.admin()
                .send(
                        "POST",
                        "/api/documents",
                        "multipart/form-data; boundary=" + boundary,
                        "--" + boundary + "\r\nContent-Disposition: form-data; name=\"requestId\"\r\n\r\n" + request
                                + "\r\n--" + boundary
                                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
                                + "Content-Type: text/plain\r\n\r\nthe words of the file\r\n--" + boundary + "--\r\n");
    }

    private static JsonNode file(Desk desk, String request) {
        return desk.messages(request).get(0).at("/media/0");
    }

    private static void send(Desk desk, String number, byte[] bytes) {
        var media =
                Map.of("contentType", "image/png", "base64", Base64.getEncoder().encodeToString(bytes));
        desk.admin()
                .post("/api/simulator/messages", Desk.json(Map.of("from", number, "media", List.of(media))))
                .expect(201);
    }
}
