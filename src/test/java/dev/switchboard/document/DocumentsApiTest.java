package dev.switchboard.document;

import static dev.switchboard.Problems.sentence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.Caller.Answer;
import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import dev.switchboard.system.Hashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ContentDisposition;

@SwitchboardTest
class DocumentsApiTest {

    private static final String DOCUMENTS = "/api/documents";
    private static final String MULTIPART = "multipart/form-data; boundary=sep";

    @LocalServerPort
    int port;

    Desk desk;
    String request;

    @BeforeEach
    void aRequest() {
        desk = new Desk(port);
        var number = Desk.newNumber();
        desk.text(number, "See the attached sketch");
        request = desk.request(number);
    }

    @Test
    void everyVersionIsKeptByteForByteWithItsAuthor() {
        var first = "Skizze 1\r\n\u0000\ufeff😀 <b>";
        var document = upload("sketch.html", "text/html", first).expect(201).json();
        var id = document.path("id").asText();
        assertThat(document.path("requestId").asText()).isEqualTo(request);
        assertThat(document.path("title").asText()).isEqualTo("sketch.html");
        addVersion(id, "text/html", "second").expect(201);
        var changed = addVersion(id, "text/html", "second").expect(201).json();

        assertThat(changed.path("versions")).hasSize(3);
        assertThat(changed.at("/versions/0/author/kind").asText()).isEqualTo("staff");
        assertThat(changed.at("/versions/0/author/name").asText()).isEqualTo("admin");
        assertThat(changed.at("/versions/0/sha256").asText()).isEqualTo(Hashes.sha256(first));
        assertThat(changed.at("/versions/2/n").asInt()).isEqualTo(3);
        assertThat(desk.items(DOCUMENTS + "/" + id + "/versions")).hasSize(3);
        assertThat(content(id, 1).body()).isEqualTo(first);
        assertThat(content(id, 3).body()).isEqualTo("second");
        assertThat(desk.events(
                        "document_version_stored",
                        event -> event.path("requestId").asText().equals(request)))
                .hasSize(3);
    }

    @Test
    void whatSomebodyUploadedIsDownloadedAndNeverRunsHere() {
        var id = upload("page.html", "text/html;charset=utf-8", "<script>alert(1)</script>")
                .expect(201)
                .json()
                .path("id")
                .asText();
        var content = content(id, 1);
        assertThat(content.header("Content-Disposition")).startsWith("attachment; filename=");
        assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(content.header("Content-Type")).startsWith("text/html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../../escaped.txt", "C:\\\\windows\\\\x.txt", "a b;c.txt", "ünï 😀.pdf", "x\u202efdp.exe"})
    void aFileNameIsATitleAndNoPath(String name) throws IOException {
        var document = upload(name, "text/plain", "harmless").expect(201).json();
        var id = document.path("id").asText();
        assertThat(document.path("title").asText()).isNotBlank();
        var offered = ContentDisposition.parse(content(id, 1).header("Content-Disposition"));
        assertThat(offered.isAttachment()).isTrue();
        assertThat(offered.getFilename()).matches("[\\p{L}\\p{N}-]+-v1\\.[a-z]+");
        try (var files = Files.walk(Path.of("target/test-data"))) {
            assertThat(files).noneMatch(file -> file.endsWith("escaped.txt") || file.endsWith("x.txt"));
        }
    }

    @Test
    void documentsAreListedByRequestAndPage() {
        for (var i = 0; i < 3; i++) {
            upload("n" + i, "text/plain", "content " + i).expect(201);
        }
        var page = desk.admin()
                .get(DOCUMENTS + "?limit=2&request=" + request)
                .expect(200)
                .json();
        assertThat(page.path("items")).hasSize(2);
        var rest = desk.admin()
                .get(DOCUMENTS + "?limit=2&request=" + request + "&cursor="
                        + page.path("nextCursor").asText())
                .expect(200)
                .json();
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.path("nextCursor").isNull()).isTrue();
        assertThat(page.at("/items/0/title").asText()).isEqualTo("n2");
        assertThat(rest.at("/items/0/title").asText()).isEqualTo("n0");
    }

    @ParameterizedTest
    @CsvSource({
        "/D-999999,                       404, D-999999",
        "/D-999999/versions,              404, D-999999",
        "/D-999999/versions/1/content,    404, D-999999",
        "/D-999999/versions/one/content,  400, whole number",
        "/..%2f..%2fetc%2fpasswd,         400, malformed",
        "?limit=0,                        400, between",
        "?cursor=x,                       400, nextCursor",
    })
    void whatIsNotThereIsSaid(String path, int status, String hint) {
        assertThat(sentence(desk.admin().get(DOCUMENTS + path), status)).contains(hint);
    }

    @Test
    void anUploadThatCannotBeIsRefusedInWords() {
        assertThat(sentence(upload("empty.txt", "text/plain", ""), 400)).contains("empty");
        assertThat(sentence(upload("x.txt", "not a type", "x"), 400)).contains("content type");
        assertThat(sentence(send(DOCUMENTS, field("requestId", "R-1") + file("x.txt", "text/plain", "x")), 404))
                .contains("R-1");
        assertThat(sentence(send(DOCUMENTS, file("x.txt", "text/plain", "x")), 400))
                .contains("requestId");
        assertThat(sentence(send(DOCUMENTS, field("requestId", request)), 400)).contains("file");
        sentence(desk.admin().post(DOCUMENTS, "{}"), 415);
        sentence(desk.admin().send("POST", DOCUMENTS, MULTIPART, "no parts at all"), 400);
        assertThat(sentence(upload("big.bin", "text/plain", "x".repeat(21 * 1024 * 1024)), 413))
                .contains("20 MB");
        assertThat(sentence(addVersion("D-999999", "text/plain", "x"), 404)).contains("D-999999");
        var id =
                upload("x.txt", "text/plain", "x").expect(201).json().path("id").asText();
        assertThat(sentence(desk.admin().get(DOCUMENTS + "/" + id + "/versions/2/content"), 404))
                .contains("version 2");
    }

    private Answer upload(String name, String contentType, String content) {
        return send(DOCUMENTS, field("requestId", request) + file(name, contentType, content));
    }

    private Answer addVersion(String id, String contentType, String content) {
        return send(DOCUMENTS + "/" + id + "/versions", file("again", contentType, content));
    }

    private Answer content(String id, int n) {
        return desk.admin()
                .get(DOCUMENTS + "/" + id + "/versions/" + n + "/content")
                .expect(200);
    }

    private Answer send(String path, String parts) {
        return desk.admin().send("POST", path, MULTIPART, parts + "--sep--\r\n");
    }

    private static String field(String name, String value) {
        return "--sep\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(String name, String contentType, String content) {
        return "--sep\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: "
                + contentType + "\r\n\r\n" + content + "\r\n";
    }
}
