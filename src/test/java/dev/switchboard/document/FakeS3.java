package dev.switchboard.document;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** One bucket on this machine, addressed by path: conditional writes, checksums, and the ways in which S3 fails. */
final class FakeS3 implements AutoCloseable {

    static final String BUCKET = "papers";

    enum Fault {
        NONE,
        HANG,
        ERROR,
        DENIED,
        /** The connection ends before the object is kept. */
        CUT,
        /** The object is kept and the connection ends before the answer. */
        ANSWER_LOST,
        /** Something else than S3 answers, with 200 and a page. */
        GARBAGE,
        /** Answers one byte at a time. */
        SLOW_DRIP
    }

    final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    final AtomicInteger calls = new AtomicInteger();
    private final HttpServer server;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Fault fault = Fault.NONE;
    private volatile int times;

    FakeS3() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next calls fail in this way. */
    void fail(Fault how, int next) {
        times = next;
        fault = how;
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.incrementAndGet();
            var body = exchange.getRequestBody().readAllBytes();
            switch (next()) {
                case NONE -> serve(exchange, body);
                case HANG -> hang();
                case ERROR -> error(exchange, 500, "InternalError");
                case DENIED -> error(exchange, 403, "AccessDenied");
                case CUT -> {}
                case ANSWER_LOST -> keep(exchange, body);
                case SLOW_DRIP -> drip(exchange);
                case GARBAGE -> write(exchange, 200, "<html>Welcome to the hotel</html>".getBytes());
            }
        }
    }

    private synchronized Fault next() {
        return times > 0 && times-- > 0 ? fault : Fault.NONE;
    }

    private void serve(HttpExchange exchange, byte[] body) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (!path.startsWith("/" + BUCKET)) {
            error(exchange, 404, "NoSuchBucket");
            return;
        }
        switch (exchange.getRequestMethod()) {
            case "HEAD" -> exchange.sendResponseHeaders(200, -1);
            case "PUT" -> put(exchange, body);
            case "DELETE" -> delete(exchange, path);
            default -> {
                if (String.valueOf(exchange.getRequestURI().getQuery()).contains("versions")) {
                    versions(exchange);
                } else {
                    get(exchange, path);
                }
            }
        }
    }

    /** The bucket keeps versions: an object is gone only once its version is deleted, by its id. */
    private void delete(HttpExchange exchange, String path) throws IOException {
        if (String.valueOf(exchange.getRequestURI().getQuery()).contains("versionId=" + version(path))) {
            objects.remove(path);
        }
        exchange.sendResponseHeaders(204, -1);
    }

    /** One object a page, as a bucket with many would answer. */
    private void versions(HttpExchange exchange) throws IOException {
        var query = Arrays.stream(exchange.getRequestURI().getQuery().split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part.length == 1 ? "" : part[1], (a, b) -> b));
        var after = query.getOrDefault("key-marker", "");
        var keys = objects.keySet().stream()
                .map(path -> path.substring(BUCKET.length() + 2))
                .filter(key -> key.startsWith(query.get("prefix")) && key.compareTo(after) > 0)
                .sorted()
                .toList();
        var listed = keys.stream()
                .limit(1)
                .map(key -> "<Version><Key>%1$s</Key><VersionId>%2$s</VersionId><IsLatest>true</IsLatest></Version>"
                        .formatted(key, version("/" + BUCKET + "/" + key)))
                .collect(Collectors.joining());
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        write(
                exchange,
                200,
                "<ListVersionsResult><IsTruncated>%b</IsTruncated>%s%s</ListVersionsResult>"
                        .formatted(
                                keys.size() > 1,
                                keys.size() > 1 ? "<NextKeyMarker>" + keys.get(0) + "</NextKeyMarker>" : "",
                                listed)
                        .getBytes());
    }

    private static String version(String path) {
        return "v" + Math.abs(path.hashCode());
    }

    private void put(HttpExchange exchange, byte[] body) throws IOException {
        var checksum = exchange.getRequestHeaders().getFirst("x-amz-checksum-sha256");
        if (!sha256(body).equals(checksum)) {
            error(exchange, 400, "BadDigest");
        } else if (!keep(exchange, body)) {
            error(exchange, 412, "PreconditionFailed");
        } else {
            exchange.getResponseHeaders().set("ETag", "\"1\"");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private boolean keep(HttpExchange exchange, byte[] body) {
        if (!"*".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            throw new IllegalStateException("an unconditional write");
        }
        return objects.putIfAbsent(exchange.getRequestURI().getPath(), body) == null;
    }

    private void get(HttpExchange exchange, String path) throws IOException {
        var bytes = objects.get(path);
        if (bytes == null) {
            error(exchange, 404, "NoSuchKey");
            return;
        }
        exchange.getResponseHeaders().set("ETag", "\"1\"");
        write(exchange, 200, bytes);
    }

    private void drip(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("ETag", "\"1\"");
        exchange.sendResponseHeaders(200, 0);
        try {
            while (!end.await(100, TimeUnit.MILLISECONDS)) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hang() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void error(HttpExchange exchange, int status, String code) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        write(
                exchange,
                status,
                "<Error><Code>%s</Code><Message>no</Message></Error>"
                        .formatted(code)
                        .getBytes());
    }

    private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static String sha256(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
