package dev.switchboard.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.switchboard.channel.MediaSource;
import dev.switchboard.channel.MediaSource.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MediaFetcherTest {

    private static final Duration DEADLINE = Duration.ofMillis(1500);

    private final Map<String, String> credentials = new ConcurrentHashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer twilio;
    private HttpServer cdn;
    private MediaFetcher fetcher;

    @BeforeEach
    void start() throws IOException {
        twilio = server();
        cdn = server();
        var properties =
                new TwilioProperties("AC1", "secret", "+15550109000", null, url(twilio), Duration.ofSeconds(10));
        var hosts = new MediaHosts(
                URI.create(url(twilio)),
                uri -> uri.getPort() == cdn.getAddress().getPort(),
                SystemDefaultDnsResolver.INSTANCE);
        fetcher = new MediaFetcher(properties, hosts, DEADLINE);
    }

    @AfterEach
    void stop() {
        end.countDown();
        twilio.stop(0);
        cdn.stop(0);
    }

    private static HttpServer server() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        return server;
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void on(HttpServer server, HttpHandler handler) {
        server.createContext("/", exchange -> {
            credentials.put(
                    server == cdn ? "cdn" : "twilio",
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    private MediaSource.File fetch() {
        return fetcher.fetch(url(twilio) + "/Media/ME1");
    }

    @Test
    void theRedirectIsFollowedWithoutCredentials() {
        on(twilio, redirect(url(cdn) + "/file?signature=x"));
        on(cdn, file("image/jpeg; charset=x", new byte[] {1, 2, 3}));
        var file = fetch();
        assertThat(file.bytes()).containsExactly(1, 2, 3);
        assertThat(file.contentType()).isEqualTo("image/jpeg; charset=x");
        assertThat(credentials.get("twilio")).isEqualTo("Basic QUMxOnNlY3JldA==");
        assertThat(credentials.get("cdn")).isEqualTo("null");
    }

    @Test
    void aRedirectElsewhereIsRefused() {
        on(twilio, redirect("http://127.0.0.1:1/admin"));
        assertThatThrownBy(this::fetch).isInstanceOf(Refused.class).hasMessageContaining("127.0.0.1");
    }

    @Test
    void redirectsEnd() {
        on(twilio, redirect(url(cdn) + "/1"));
        on(cdn, redirect("/2"));
        assertThatThrownBy(this::fetch).isInstanceOf(Refused.class).hasMessageContaining("without an end");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedWhetherItsLengthIsSaidOrNot() {
        on(twilio, file("image/jpeg", new byte[MediaSource.LARGEST + 1]));
        assertThatThrownBy(this::fetch).isInstanceOf(Refused.class).hasMessageContaining("5 MB");
        twilio.removeContext("/");
        on(twilio, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[MediaSource.LARGEST + 1]);
        });
        assertThatThrownBy(this::fetch).isInstanceOf(Refused.class).hasMessageContaining("5 MB");
    }

    @Test
    void errorsSilenceAndCutsMayPass() {
        for (var status : new int[] {401, 404, 429, 500, 503}) {
            on(twilio, exchange -> exchange.sendResponseHeaders(status, -1));
            assertThatThrownBy(this::fetch)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("answers " + status);
            twilio.removeContext("/");
        }
        on(twilio, exchange -> {});
        assertThatThrownBy(this::fetch).isInstanceOf(UncheckedIOException.class);
        twilio.removeContext("/");
        on(twilio, exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[10]);
        });
        assertThatThrownBy(this::fetch).isInstanceOf(UncheckedIOException.class);
        twilio.removeContext("/");
        on(twilio, exchange -> pause(DEADLINE.multipliedBy(10)));
        assertThatThrownBy(this::fetch).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aFileByteByByteEndsWithOurPatience() {
        on(twilio, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (var i = 0; i < 1000; i++) {
                exchange.getResponseBody().write(1);
                exchange.getResponseBody().flush();
                pause(Duration.ofMillis(100));
            }
        });
        var before = System.nanoTime();
        assertThatThrownBy(this::fetch).isInstanceOf(UncheckedIOException.class).hasMessageContaining("too long");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(DEADLINE.multipliedBy(6));
    }

    private void pause(Duration duration) {
        try {
            end.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpHandler redirect(String location) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(307, -1);
        };
    }

    private static HttpHandler file(String contentType, byte[] bytes) {
        return (HttpExchange exchange) -> {
            exchange.getResponseHeaders().set("Content-Type", contentType);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }
}
