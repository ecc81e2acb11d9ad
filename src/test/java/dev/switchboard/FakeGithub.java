package dev.switchboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * GitHub's issues on this machine. It keeps what it accepted, so an issue that was filed twice lies there twice, and it
 * refuses what GitHub refuses: unknown repositories, assignees without access, a wrong token.
 */
public final class FakeGithub implements AutoCloseable {

    public static final String REPOSITORY = "acme/shop";
    public static final String TOKEN = "ghp_the-token-of-all-tests";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What goes wrong with one call. */
    public enum Fault {
        HANG(false),
        CUT(false),
        TOO_MANY_REQUESTS(false),
        LIMIT_USED_UP(false),
        SERVER_ERROR(false),
        BAD_GATEWAY(false),
        ANSWER_LOST(true),
        GARBAGE(true),
        EMPTY_OBJECT(true),
        SLOW_DRIP(true);

        /** Whether the call did what it asked for before it went wrong. */
        public final boolean takesEffect;

        Fault(boolean takesEffect) {
            this.takesEffect = takesEffect;
        }
    }

    public static final class Issue {
        public volatile String repository;
        public final int number;
        public final String title;
        public final String body;
        public final List<String> labels;
        public volatile String assignee;
        public volatile String stateReason;
        final Instant createdAt;
        volatile Instant updatedAt;

        Issue(String repository, int number, JsonNode form, Instant now) {
            this.repository = repository;
            this.number = number;
            this.title = form.path("title").asText();
            this.body = form.path("body").asText();
            this.labels = texts(form.path("labels"));
            this.assignee = texts(form.path("assignees")).stream().findFirst().orElse(null);
            this.createdAt = now;
            this.updatedAt = now;
        }
    }

    private record Answer(int status, Object body, Map<String, String> headers) {}

    private final Clock clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Issue> issues = new CopyOnWriteArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private final Set<String> labels = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
    private final Map<String, Integer> repositoryIds = new ConcurrentHashMap<>();
    private final Set<String> formerNames = ConcurrentHashMap.newKeySet();
    private final FakeGithubApp app;
    private volatile String pages;
    private volatile HttpServer server;
    private final int port;

    public FakeGithub(Clock clock) {
        this.clock = clock;
        this.app = new FakeGithubApp(clock);
        this.server = listen(0);
        this.port = server.getAddress().getPort();
        this.pages = url();
        labels.add("bug");
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Settings of a program whose issues lie here. */
    public Map<String, String> settings() {
        return Map.of("github.token", TOKEN, "github.repository", REPOSITORY, "github.api-url", url());
    }

    /** The App that may sign in here, too. */
    public FakeGithubApp app() {
        return app;
    }

    /** From now on it bears another name, and whoever asks by the old one is sent on. */
    public void rename(String from, String to) {
        repositoryIds.put(to, id(from));
        repositoryIds.remove(from);
        formerNames.add(from);
        formerNames.remove(to);
        issues.stream().filter(issue -> issue.repository.equals(from)).forEach(issue -> issue.repository = to);
    }

    private synchronized int id(String repository) {
        return repositoryIds.computeIfAbsent(repository, name -> 501 + repositoryIds.size() + formerNames.size());
    }

    /** The next call of this kind, such as {@code POST issues}, {@code GET issues}, {@code GET repo}, goes wrong. */
    public void next(String call, Fault fault) {
        faults.put(call, fault);
    }

    /** Calls to this repository are refused with this status from now on; 0: no longer. */
    public void refuse(String repository, int status) {
        refusals.put(repository, status);
    }

    /** Where the links to further pages lead. */
    public void pagesLieAt(String url) {
        pages = url;
    }

    /** Nobody listens any more. */
    public void hangUp() {
        server.stop(0);
    }

    public void pickUp() {
        server = listen(port);
    }

    public List<Issue> issues(String marker) {
        return issues.stream().filter(issue -> issue.body.contains(marker)).toList();
    }

    /** What was called, such as {@code POST issues}. */
    public List<String> calls() {
        return calls;
    }

    public Set<String> labels() {
        return labels;
    }

    /** A person closes it, or opens it again with null. */
    public void setState(Issue issue, String reason) {
        issue.stateReason = reason;
        touch(issue);
    }

    public void assign(Issue issue, String login) {
        issue.assignee = login;
        touch(issue);
    }

    public void delete(Issue issue) {
        issues.remove(issue);
    }

    /** An issue that somebody else filed. */
    public Issue file(String repository, String body) {
        return add(repository, JSON.createObjectNode().put("title", "Other").put("body", body));
    }

    /** The payload of a webhook about this issue as it stands. */
    public Map<String, Object> event(String action, Issue issue) {
        var event = new LinkedHashMap<String, Object>();
        event.put("action", action);
        event.put("issue", resource(issue));
        event.put("repository", Map.of("id", id(issue.repository), "full_name", issue.repository));
        event.put("sender", Map.of("login", "octo-dev"));
        return event;
    }

    public Map<String, Object> commentEvent(Issue issue, long id, String author, String body) {
        var event = event("created", issue);
        event.put(
                "comment",
                Map.of(
                        "id",
                        id,
                        "user",
                        Map.of("login", author),
                        "body",
                        body,
                        "html_url",
                        "https://github.com/" + issue.repository + "/issues/" + issue.number + "#issuecomment-" + id,
                        "created_at",
                        clock.instant().toString()));
        return event;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }

    private HttpServer listen(int port) {
        try {
            var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            http.setExecutor(Executors.newCachedThreadPool(task -> {
                var thread = new Thread(task, "fake-github");
                thread.setDaemon(true);
                return thread;
            }));
            http.createContext("/", this::serve);
            http.start();
            return http;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().split("/");
            var call = exchange.getRequestMethod() + " "
                    + (path.length > 4 ? path[4] : path[1].equals("repos") ? "repo" : path[1]);
            calls.add(call);
            var body = exchange.getRequestBody().readAllBytes();
            var fault = faults.remove(call);
            if (fault == null) {
                write(exchange, answer(exchange, path, body));
            } else {
                fail(exchange, fault, fault.takesEffect ? answer(exchange, path, body) : null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(HttpExchange exchange, Fault fault, Answer done) throws IOException, InterruptedException {
        switch (fault) {
            case HANG -> closing.await(60, TimeUnit.SECONDS);
            case CUT, ANSWER_LOST -> {}
            case TOO_MANY_REQUESTS -> write(exchange, error(429, "slow down", Map.of("Retry-After", "40")));
            case LIMIT_USED_UP ->
                write(
                        exchange,
                        error(
                                403,
                                "API rate limit exceeded",
                                Map.of(
                                        "X-RateLimit-Limit", "5000",
                                        "X-RateLimit-Remaining", "0",
                                        "X-RateLimit-Reset",
                                                String.valueOf(clock.instant().getEpochSecond() + 90))));
            case SERVER_ERROR -> write(exchange, error(500, "oops", Map.of()));
            case BAD_GATEWAY -> write(exchange, new Answer(502, "<html>Bad gateway</html>", Map.of()));
            case GARBAGE -> write(exchange, new Answer(done.status(), "{\"number\": <html>", Map.of()));
            case EMPTY_OBJECT -> write(exchange, new Answer(done.status(), "{}", Map.of()));
            case SLOW_DRIP -> {
                exchange.sendResponseHeaders(done.status(), 0);
                var drops = "{\"number\": 1 ".repeat(100).getBytes(StandardCharsets.UTF_8);
                for (var i = 0; i < drops.length && !closing.await(100, TimeUnit.MILLISECONDS); i++) {
                    exchange.getResponseBody().write(drops[i]);
                    exchange.getResponseBody().flush();
                }
            }
        }
    }

    private Answer answer(HttpExchange exchange, String[] path, byte[] body) throws IOException {
        var authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (path[1].equals("app") || path.length > 4 && path[4].equals("installation")) {
            var said = app.answer(authorization, path);
            return said == null
                    ? error(401, "A JSON web token could not be decoded", Map.of())
                    : ok(said.status(), said.body());
        }
        if (!("Bearer " + TOKEN).equals(authorization) && !app.accepts(authorization)) {
            return error(401, "Bad credentials", Map.of());
        }
        if (path[1].equals("users")) {
            return path[2].startsWith("no-such")
                    ? error(404, "Not Found", Map.of())
                    : ok(200, Map.of("login", path[2], "id", path[2].hashCode()));
        }
        if (path[1].equals("repositories")) {
            return repositoryIds.entrySet().stream()
                    .filter(known -> path[2].equals("" + known.getValue()))
                    .findFirst()
                    .map(known -> repository(known.getKey()))
                    .orElseGet(() -> error(404, "Not Found", Map.of()));
        }
        var repository = path[2] + "/" + path[3];
        if (formerNames.contains(repository)) {
            return new Answer(
                    301, Map.of("message", "Moved Permanently"), Map.of("Location", url() + "/repositories/501"));
        }
        var refusal = refusals.getOrDefault(repository, 0);
        if (refusal == 301) {
            return new Answer(
                    301, Map.of("message", "Moved Permanently"), Map.of("Location", url() + "/repositories/1"));
        }
        if (refusal > 0 && (refusal != 410 || exchange.getRequestMethod().equals("POST"))) {
            return error(refusal, "refused", Map.of());
        }
        var what = path.length > 4 ? path[4] : "";
        var one = path.length > 5 ? path[5] : null;
        var post = exchange.getRequestMethod().equals("POST");
        return switch (what) {
            case "" -> repository(repository);
            case "labels" -> post ? addLabel(JSON.readTree(body)) : label(one);
            case "assignees" ->
                one.startsWith("dev") ? new Answer(204, null, Map.of()) : error(404, "Not Found", Map.of());
            case "issues" ->
                one != null ? issue(repository, one) : post ? create(repository, body) : list(exchange, repository);
            default -> error(404, "Not Found", Map.of());
        };
    }

    private Answer repository(String name) {
        var parts = name.split("/");
        return ok(200, Map.of("id", id(name), "name", parts[1], "full_name", name, "owner", Map.of("login", parts[0])));
    }

    private Answer label(String name) {
        return labels.contains(name)
                ? ok(200, Map.of("id", 1, "name", name, "color", "ededed"))
                : error(404, "Not Found", Map.of());
    }

    private Answer addLabel(JsonNode form) {
        return labels.add(form.path("name").asText())
                ? ok(201, Map.of("id", 1, "name", form.path("name").asText()))
                : error(422, "already_exists", Map.of());
    }

    private Answer create(String repository, byte[] body) throws IOException {
        var form = JSON.readTree(body);
        if (texts(form.path("assignees")).stream().anyMatch(login -> !login.startsWith("dev"))
                || form.path("title").asText().length() > 256
                || form.path("body").asText().length() > 65_536) {
            return error(422, "Validation Failed", Map.of());
        }
        return ok(201, resource(add(repository, form)));
    }

    private synchronized Issue add(String repository, JsonNode form) {
        var issue = new Issue(repository, issues.size() + 1, form, now());
        issues.add(issue);
        return issue;
    }

    private Answer issue(String repository, String number) {
        return issues.stream()
                .filter(issue -> issue.repository.equals(repository) && number.equals("" + issue.number))
                .findFirst()
                .map(issue -> ok(200, resource(issue)))
                .orElseGet(() -> error(404, "Not Found", Map.of()));
    }

    private Answer list(HttpExchange exchange, String repository) {
        var query = query(exchange.getRequestURI().getRawQuery());
        var since = Instant.parse(query.getOrDefault("since", "1970-01-01T00:00:00Z"));
        var size = Integer.parseInt(query.getOrDefault("per_page", "30"));
        var page = Integer.parseInt(query.getOrDefault("page", "1"));
        var found = new ArrayList<>(issues);
        found.sort(Comparator.comparing((Issue issue) -> issue.number).reversed());
        var all = found.stream()
                .filter(issue -> issue.repository.equals(repository) && !issue.updatedAt.isBefore(since))
                .filter(issue -> "all".equals(query.get("state")) || issue.stateReason == null)
                .map(this::resource)
                .toList();
        var last = page * size >= all.size();
        return new Answer(
                200,
                all.subList(Math.min((page - 1) * size, all.size()), Math.min(page * size, all.size())),
                last
                        ? Map.of()
                        : Map.of(
                                "Link",
                                "<" + pages + exchange.getRequestURI().getPath() + "?"
                                        + exchange.getRequestURI().getRawQuery().replaceAll("&?\\bpage=\\d+", "")
                                        + "&page=" + (page + 1)
                                        + ">; rel=\"next\""));
    }

    private Map<String, Object> resource(Issue issue) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", 1000 + issue.number);
        fields.put("number", issue.number);
        fields.put("html_url", "https://github.com/" + issue.repository + "/issues/" + issue.number);
        fields.put("title", issue.title);
        fields.put("body", issue.body);
        fields.put("state", issue.stateReason == null ? "open" : "closed");
        fields.put("state_reason", issue.stateReason);
        fields.put(
                "labels",
                issue.labels.stream().map(name -> Map.of("name", name)).toList());
        fields.put("assignee", issue.assignee == null ? null : Map.of("login", issue.assignee, "id", 7));
        fields.put("assignees", issue.assignee == null ? List.of() : List.of(Map.of("login", issue.assignee, "id", 7)));
        fields.put("created_at", issue.createdAt.toString());
        fields.put("updated_at", issue.updatedAt.toString());
        return fields;
    }

    private void touch(Issue issue) {
        issue.updatedAt = now();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Answer ok(int status, Object body) {
        return new Answer(status, body, Map.of());
    }

    private static Answer error(int status, String message, Map<String, String> headers) {
        return new Answer(status, Map.of("message", message), headers);
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException {
        var body = answer.body() instanceof String text
                ? text.getBytes(StandardCharsets.UTF_8)
                : answer.body() == null ? new byte[0] : JSON.writeValueAsBytes(answer.body());
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static Map<String, String> query(String raw) {
        var query = new LinkedHashMap<String, String>();
        Stream.of((raw == null ? "" : raw).split("&"))
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return query;
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
