package dev.switchboard.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.document.FakeS3.Fault;
import dev.switchboard.system.CannotStart;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class S3StoreTest extends DocumentStoreContract {

    private FakeS3 s3;
    private S3Store store;

    @BeforeAll
    static void account() {
        S3Account.set();
    }

    @AfterAll
    static void noAccount() {
        S3Account.clear();
    }

    @BeforeEach
    void start() {
        s3 = new FakeS3();
        store = store(s3.url(), FakeS3.BUCKET);
    }

    @AfterEach
    void stop() {
        store.close();
        s3.close();
    }

    private static S3Store store(String url, String bucket) {
        var properties = new S3Properties(bucket, url, Duration.ofMillis(1500));
        return new S3Store(bucket, S3Clients.client(properties), S3Clients.presigner(properties), null);
    }

    @Override
    DocumentStore store() {
        return store;
    }

    @Override
    int objects() {
        return s3.objects.size();
    }

    @Override
    void damage(String key) {
        s3.objects.put("/" + FakeS3.BUCKET + "/" + key, new byte[] {1, 2, 3});
    }

    /** One failure of a kind is bridged by the SDK, and what the caller asked for is there once. */
    @ParameterizedTest
    @EnumSource(names = {"HANG", "ERROR", "CUT", "ANSWER_LOST"})
    void oneFailedCallIsBridged(Fault fault) {
        var key = Keys.of("D-1", words());
        s3.fail(fault, 1);
        store.write(key, words());
        assertThat(objects()).isEqualTo(1);
        s3.fail(fault, 1);
        assertThat(store.read(key)).isEqualTo(words());
    }

    /** An outage is thrown within a bound, and the caller's own retry ends with exactly one object. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "SLOW_DRIP"})
    void anOutageIsThrownAndALaterTryLeavesOneObject(Fault fault) {
        var key = Keys.of("D-1", words());
        s3.fail(fault, 100);
        var before = s3.calls.get();
        assertThatThrownBy(() -> store.write(key, words())).isInstanceOf(UncheckedIOException.class);
        assertThat(s3.calls.get() - before).isBetween(1, 3);
        assertThat(objects()).isEqualTo(fault == Fault.ANSWER_LOST ? 1 : 0);
        assertThatThrownBy(() -> store.read(key)).isInstanceOf(UncheckedIOException.class);
        s3.fail(Fault.NONE, 0);
        store.write(key, words());
        assertThat(objects()).isEqualTo(1);
        assertThat(store.read(key)).isEqualTo(words());
    }

    @Test
    void anAnswerThatDripsIsGivenUp() {
        var key = Keys.of("D-1", words());
        store.write(key, words());
        s3.fail(Fault.SLOW_DRIP, 100);
        var before = s3.calls.get();
        assertThatThrownBy(() -> store.read(key)).isInstanceOf(UncheckedIOException.class);
        assertThat(s3.calls.get() - before).isBetween(1, 3);
        s3.fail(Fault.NONE, 0);
        assertThat(store.read(key)).isEqualTo(words());
        assertThat(objects()).isEqualTo(1);
    }

    @Test
    void aRefusedConnectionIsThrown() {
        var url = s3.url();
        s3.close();
        try (var refused = store(url, FakeS3.BUCKET)) {
            var key = Keys.of("D-1", words());
            assertThatThrownBy(() -> refused.write(key, words())).isInstanceOf(UncheckedIOException.class);
            assertThatThrownBy(() -> refused.read(key)).isInstanceOf(UncheckedIOException.class);
            assertThatCode(refused::checkAtStart).doesNotThrowAnyException();
        }
    }

    @Test
    void aStartWithABucketThatIsNotThereOrNotOursNamesTheVariable() {
        store.checkAtStart();
        try (var other = store(s3.url(), "nobodys")) {
            assertThatThrownBy(other::checkAtStart)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContainingAll("S3_BUCKET", "nobodys", "no such bucket");
        }
        s3.fail(Fault.DENIED, 1);
        assertThatThrownBy(store::checkAtStart)
                .isInstanceOf(CannotStart.class)
                .hasMessageContainingAll("S3_BUCKET", "denied", "s3:PutObject");
        s3.fail(Fault.ERROR, 100);
        assertThatCode(store::checkAtStart).doesNotThrowAnyException();
    }

    @Test
    void whatIsWrongWithTheBucketIsASentence() {
        assertThat(store.trouble()).isEmpty();
        s3.fail(Fault.DENIED, 1);
        assertThat(store.trouble()).contains("The bucket of S3_BUCKET answers with 403.");
        s3.fail(Fault.ERROR, 3);
        assertThat(store.trouble()).contains("The bucket of S3_BUCKET answers with 500.");
        s3.fail(Fault.HANG, 3);
        assertThat(store.trouble()).contains("The bucket of S3_BUCKET does not answer.");
    }

    @Test
    void aLinkIsSignedForAWhileAndIsADownload() throws Exception {
        var key = Keys.of("D-1", words());
        store.write(key, words());
        var link = store.link(key, "D-1-v1", "text/html", Duration.ofMinutes(5)).orElseThrow();
        assertThat(link.toString())
                .startsWith(s3.url() + "/" + FakeS3.BUCKET + "/" + key)
                .contains("X-Amz-Expires=300", "X-Amz-Signature=", "response-content-disposition=attachment");
        var answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(link.toString())).build(), BodyHandlers.ofByteArray());
        assertThat(answer.body()).isEqualTo(words());
    }
}
