package dev.switchboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Twilio's Messages resource on this machine. It keeps what it accepted, so a text that was handed over twice lies there
 * twice. Every text stays queued and so has no sent date: a search by that date does not find it.
 */
public final class FakeTwilio implements AutoCloseable {

    public static final String ACCOUNT = "AC00000000000000000000000000000001";
    public static final String TOKEN = "the-auth-token-of-all-tests";
    public static final String NUMBER = "+15550109000";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MESSAGES = "/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json";
    private static final DateTimeFormatter TIME = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private volatile HttpServer server;
    private final int port;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger accountCalls = new AtomicInteger();
    private final List<Sms> accepted = new CopyOnWriteArrayList<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Map<String, Consumer<Sms>> beforeAnswers = new ConcurrentHashMap<>();

    public record Sms(String sid, String from, String to, String body, Instant created) {}

    public record Call(
            String method, Map<String, String> query, String host, String authorization, Map<String, String> form) {}

    /** What goes wrong with one POST. */
    private record Fault(boolean takesEffect, int status, int code, Trouble trouble) {

        Fault(boolean takesEffect, int status, int code) {
            this(takesEffect, status, code, null);
        }
    }

    /** Answers that are none. */
    public enum Trouble {
        HANG(false),
        GARBAGE(true),
        EMPTY_OBJECT(true),
        NO_JSON_ERROR(false),
        SLOW_DRIP(true);

        /** Whether the text was taken before it went wrong. */
        public final boolean takesEffect;

        Trouble(boolean takesEffect) {
            this.takesEffect = takesEffect;
        }
    }

    /** A file of an inbound message; given to whoever shows the account's credentials. */
    private record Media(String contentType, byte[] bytes) {}

    private final Map<String, Media> media = new ConcurrentHashMap<>();
    private final AtomicInteger mediaFailures = new AtomicInteger();

    public FakeTwilio() {
        server = listen(0);
        port = server.getAddress().getPort();
    }

    private HttpServer listen(int port) {
        try {
            var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            http.setExecutor(Executors.newCachedThreadPool());
            http.createContext("/", this::answer);
            http.start();
            return http;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Nobody listens any more. */
    public void hangUp() {
        server.stop(0);
    }

    public void pickUp() {
        server = listen(port);
    }

    /** How often somebody asked for the account itself. */
    public int accountCalls() {
        return accountCalls.get();
    }

    /** What the next POST is answered with, if at all. */
    public void goWrongNext(Trouble trouble) {
        fail(new Fault(trouble.takesEffect, 0, 0, trouble));
    }

    /** Settings of a program that texts through this. */
    public Map<String, String> settings() {
        return Map.of(
                "twilio.account-sid", ACCOUNT,
                "twilio.auth-token", TOKEN,
                "twilio.from", NUMBER,
                "twilio.api-url", url());
    }

    /** Where Twilio keeps this file. */
    public String media(String contentType, byte[] bytes) {
        var path = "/2010-04-01/Accounts/" + ACCOUNT + "/Messages/MM1/Media/ME" + media.size();
        media.put(path, new Media(contentType, bytes));
        return url() + path;
    }

    /** The next downloads end with 500. */
    public void failMedia(int times) {
        mediaFailures.set(times);
    }

    /** The next POST is refused. */
    public void refuseNext(int status, int code) {
        fail(new Fault(false, status, code));
    }

    /** The connection of the next POST ends before the text is taken. */
    public void dropNext() {
        fail(new Fault(false, 0, 0));
    }

    /** The next POST's text is taken, and the connection ends before the answer. */
    public void loseNextAnswer() {
        fail(new Fault(true, 0, 0));
    }

    /** Twilio's callbacks may overtake its own answer: this runs between the two, for one text to this number. */
    public void beforeTheAnswer(String number, Consumer<Sms> callback) {
        beforeAnswers.put(number, callback);
    }

    private void fail(Fault fault) {
        synchronized (faults) {
            faults.add(fault);
        }
    }

    /** Texts that were taken for this number, in order. */
    public List<Sms> textsTo(String number) {
        return accepted.stream().filter(sms -> sms.to().equals(number)).toList();
    }

    /** How often somebody asked to send a text to this number. */
    public List<Call> attemptsTo(String number) {
        return calls.stream()
                .filter(call -> number.equals(call.form().get("To")))
                .toList();
    }

    /** How often somebody looked for texts to this number. */
    public List<Call> searchesFor(String number) {
        return calls.stream()
                .filter(call -> number.equals(call.query().get("To")))
                .toList();
    }

    /** The signature of a form for a URL; made from Twilio's description, not with its library. */
    public static String signature(String token, String url, Map<String, String> form) {
        var text = new StringBuilder(url);
        new TreeMap<>(form).forEach((name, value) -> text.append(name).append(value));
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var query = fields(exchange.getRequestURI().getRawQuery());
            var form = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            calls.add(new Call(
                    exchange.getRequestMethod(),
                    query,
                    exchange.getRequestHeaders().getFirst("Host"),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    form));
            var file = media.get(exchange.getRequestURI().getPath());
            if (file != null) {
                give(exchange, file);
            } else if (exchange.getRequestURI().getPath().equals(MESSAGES.replace("/Messages", ""))) {
                accountCalls.incrementAndGet();
                write(exchange, 200, Map.of("sid", ACCOUNT, "status", "active"));
            } else if (!exchange.getRequestURI().getPath().equals(MESSAGES)) {
                write(exchange, 404, Map.of("code", 20404, "message", "not found", "status", 404));
            } else if (exchange.getRequestMethod().equals("POST")) {
                create(exchange, form);
            } else {
                var found = accepted.stream().filter(sms -> matches(sms, query)).toList();
                write(exchange, 200, page(found));
            }
        }
    }

    private void give(HttpExchange exchange, Media file) throws IOException {
        var credentials = Base64.getEncoder().encodeToString((ACCOUNT + ":" + TOKEN).getBytes(StandardCharsets.UTF_8));
        if (!("Basic " + credentials).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            write(exchange, 401, Map.of("code", 20003, "message", "Authenticate", "status", 401));
        } else if (mediaFailures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            write(exchange, 500, Map.of("code", 20500, "message", "later", "status", 500));
        } else {
            exchange.getResponseHeaders().set("Content-Type", file.contentType());
            exchange.sendResponseHeaders(200, file.bytes().length);
            exchange.getResponseBody().write(file.bytes());
        }
    }

    private void create(HttpExchange exchange, Map<String, String> form) throws IOException {
        Fault fault;
        synchronized (faults) {
            fault = faults.poll();
        }
        if (fault != null && !fault.takesEffect()) {
            if (fault.trouble() != null) {
                goWrong(exchange, fault.trouble());
            } else if (fault.status() > 0) {
                write(
                        exchange,
                        fault.status(),
                        Map.of("code", fault.code(), "message", "refused", "status", fault.status()));
            }
            return;
        }
        var sms = new Sms(
                "SM%032x".formatted(accepted.size() + 1),
                form.getOrDefault("From", form.get("MessagingServiceSid")),
                form.get("To"),
                form.get("Body"),
                Instant.now());
        accepted.add(sms);
        var callback = beforeAnswers.remove(String.valueOf(sms.to()));
        if (callback != null) {
            callback.accept(sms);
        }
        if (fault == null) {
            write(exchange, 201, resource(sms));
        } else if (fault.trouble() != null) {
            goWrong(exchange, fault.trouble());
        }
    }

    private void goWrong(HttpExchange exchange, Trouble trouble) throws IOException {
        try {
            switch (trouble) {
                case HANG -> closing.await(60, TimeUnit.SECONDS);
                case GARBAGE -> write(exchange, 201, "{\"sid\": <html>".getBytes(StandardCharsets.UTF_8));
                case EMPTY_OBJECT -> write(exchange, 201, Map.of());
                case NO_JSON_ERROR -> write(exchange, 502, "<html>Bad gateway</html>".getBytes(StandardCharsets.UTF_8));
                case SLOW_DRIP -> {
                    exchange.sendResponseHeaders(201, 0);
                    for (var i = 0; i < 600 && !closing.await(100, TimeUnit.MILLISECONDS); i++) {
                        exchange.getResponseBody().write(' ');
                        exchange.getResponseBody().flush();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean matches(Sms sms, Map<String, String> query) {
        return sms.to().equals(query.getOrDefault("To", sms.to()))
                && query.keySet().stream().noneMatch(name -> name.startsWith("DateSent"));
    }

    /** Newest first, as Twilio lists them. */
    private static Map<String, Object> page(List<Sms> found) {
        var newestFirst = new ArrayDeque<Map<String, Object>>();
        found.forEach(sms -> newestFirst.addFirst(resource(sms)));
        var page = new LinkedHashMap<String, Object>();
        page.put("messages", newestFirst);
        page.put("page", 0);
        page.put("page_size", 50);
        page.put("uri", MESSAGES);
        page.put("next_page_uri", null);
        return page;
    }

    private static Map<String, Object> resource(Sms sms) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("sid", sms.sid());
        fields.put("account_sid", ACCOUNT);
        fields.put("from", sms.from());
        fields.put("to", sms.to());
        fields.put("body", sms.body());
        fields.put("status", "queued");
        fields.put("direction", "outbound-api");
        fields.put("date_created", TIME.format(sms.created()));
        fields.put("date_sent", null);
        fields.put("num_segments", "1");
        fields.put("error_code", null);
        return fields;
    }

    private static void write(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
        byte[] bytes;
        try {
            bytes = JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        write(exchange, status, bytes);
    }

    private static void write(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> fields(String encoded) {
        var fields = new LinkedHashMap<String, String>();
        Stream.of((encoded == null ? "" : encoded).split("&"))
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> fields.put(decode(pair[0]), decode(pair[1])));
        return fields;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
