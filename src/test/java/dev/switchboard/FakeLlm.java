package dev.switchboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A language model that says what a test told it to, over HTTP as OpenAI, Anthropic and Ollama speak it. It knows what it
 * is asked by the prompt, and can fail in every way a network and a vendor can.
 */
public final class FakeLlm implements AutoCloseable {

    public static final String KEY = "sk-fake-and-secret-0123456789";
    public static final String MODEL = "gpt-4.1-mini-2025-04-14";
    public static final int INPUT_TOKENS = 1_000;
    public static final int OUTPUT_TOKENS = 100;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PURPOSES = List.of(
            "classify_type",
            "classify_urgency",
            "classify_sentiment",
            "classify_language",
            "draft_prd",
            "assess_report",
            "draft_question",
            "draft_bug_report",
            "draft_answer",
            "draft_status_update",
            "summarise_client");

    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Step> standing = new ConcurrentHashMap<>();
    private final Map<String, Deque<Step>> scripts = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    /** One call as it came in. */
    public record Call(String path, String purpose, String key, JsonNode body) {

        public String system() {
            return body.has("system")
                    ? text(body.path("system"))
                    : text(body.path("messages").path(0).path("content"));
        }

        public String user() {
            var messages = body.path("messages");
            return text(messages.path(messages.size() - 1).path("content"));
        }

        /** What stands in the fence: the input as JSON. */
        public JsonNode data() {
            try {
                return JSON.readTree(user().lines().toList().get(2));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String text(JsonNode content) {
            return content.isTextual()
                    ? content.asText()
                    : content.path(0).path("text").asText();
        }
    }

    /** What happens to one call. */
    public interface Step {
        void play(FakeLlm llm, Call call, HttpExchange exchange) throws IOException, InterruptedException;

        static Step says(String content) {
            return (llm, call, exchange) -> send(exchange, 200, answer(call, content, false));
        }

        /** A PRD that holds what it must, from the texts that were sent with the question. */
        static Step prd(String clientMessage) {
            return (llm, call, exchange) -> FakeLlm.says(
                            Map.of("markdown", prd(call.data()), "clientMessage", clientMessage))
                    .play(llm, call, exchange);
        }

        private static String prd(JsonNode brief) {
            var words = brief.path("words").path(0);
            return """
                    # PRD

                    ## Problem

                    > %s

                    ## Goal and measure of success

                    The client did not say.

                    ## Users

                    The client did not say.

                    ## Requirements

                    1. It can be had.

                    ## Out of scope

                    The client did not say.

                    ## Constraints

                    The client did not say.

                    ## Open questions

                    - Why?

                    ## Sources

                    - %s""".formatted(
                            words.path("body").asText().replace("\n", "\n> "),
                            words.path("messageId").asText());
        }

        /** Stopped by the limit of tokens. */
        static Step saysCut(String content) {
            return (llm, call, exchange) -> send(exchange, 200, answer(call, content, true));
        }

        /** @param headers names and values in turn */
        static Step status(int status, String... headers) {
            return (llm, call, exchange) -> {
                for (int i = 0; i < headers.length; i += 2) {
                    exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
                }
                send(exchange, status, "{\"error\":{\"message\":\"no, " + call.key() + "\"}}");
            };
        }

        static Step sends(String body) {
            return (llm, call, exchange) -> send(exchange, 200, body);
        }

        static Step hangs() {
            return (llm, call, exchange) -> llm.closed.await();
        }

        /** Announces more than it sends. */
        static Step breaksOff() {
            return (llm, call, exchange) -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, 10_000);
                exchange.getResponseBody().write("{\"id\":\"x\",\"choices\":[{".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            };
        }

        /** Never silent for long and never at an end. */
        static Step drips() {
            return (llm, call, exchange) -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, 0);
                while (!llm.closed.await(20, TimeUnit.MILLISECONDS)) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                }
            };
        }
    }

    private FakeLlm(HttpServer server) {
        this.server = server;
    }

    public static FakeLlm start() {
        try {
            var llm = new FakeLlm(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            llm.server.createContext("/", llm::handle);
            llm.server.setExecutor(Executors.newCachedThreadPool(task -> {
                var thread = new Thread(task, "fake-llm");
                thread.setDaemon(true);
                return thread;
            }));
            llm.server.start();
            return llm;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a sensible answer to everything. */
    public FakeLlm friendly() {
        label("classify_type", "feature");
        label("classify_urgency", "normal");
        label("classify_sentiment", "neutral");
        label("classify_language", "en");
        always("draft_prd", Step.prd("Hello, noted."));
        always("assess_report", says(Map.of("enoughKnown", true, "missing", List.of())));
        always("draft_question", says(Map.of("clientMessage", "Hello, where does it happen?")));
        always(
                "draft_bug_report",
                says(Map.of(
                        "title",
                        "Login fails",
                        "markdown",
                        "## Steps\n\n1. Log in",
                        "clientMessage",
                        "Hello, noted.")));
        always("draft_answer", says(Map.of("clientMessage", "Hello, what do you need?", "sources", "Nothing.")));
        always("draft_status_update", says(Map.of("clientMessage", "Hello, it is done.")));
        always("summarise_client", says(Map.of("digest", "- They care for the night.")));
        return this;
    }

    public void label(String purpose, String value) {
        always(purpose, says(Map.of("value", value, "confidence", 0.93)));
    }

    public void always(String purpose, Step step) {
        standing.put(purpose, step);
    }

    /** What happens next, before what always happens. */
    public void next(String purpose, Step... steps) {
        scripts.computeIfAbsent(purpose, name -> new ConcurrentLinkedDeque<>()).addAll(Arrays.asList(steps));
    }

    public void everything(Step step) {
        PURPOSES.forEach(purpose -> always(purpose, step));
    }

    public void forget() {
        scripts.clear();
        calls.clear();
    }

    public List<Call> calls() {
        return calls;
    }

    public List<Call> calls(String purpose) {
        return calls.stream().filter(call -> call.purpose().equals(purpose)).toList();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** As OpenAI's SDKs take it. */
    public String openAiUrl() {
        return url() + "/v1";
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    public static Step says(Map<String, ?> answer) {
        try {
            return Step.says(JSON.writeValueAsString(answer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = JSON.readTree(exchange.getRequestBody());
            var authorization = exchange.getRequestHeaders().getFirst("Authorization");
            var key = authorization == null
                    ? exchange.getRequestHeaders().getFirst("x-api-key")
                    : authorization.replace("Bearer ", "");
            var unnamed = new Call(exchange.getRequestURI().getPath(), null, key, body);
            var call = new Call(unnamed.path(), purpose(unnamed), key, body);
            calls.add(call);
            var script = scripts.get(call.purpose());
            var scripted = script == null ? null : script.poll();
            var step = scripted != null ? scripted : standing.get(call.purpose());
            (step == null ? Step.status(404) : step).play(this, call, exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** By the first line of its prompt. */
    private static String purpose(Call call) throws IOException {
        for (var purpose : PURPOSES) {
            try (var prompt = FakeLlm.class.getResourceAsStream("/prompts/" + purpose + "-1.md")) {
                var text = new String(prompt.readAllBytes(), StandardCharsets.UTF_8);
                if (call.system().startsWith(text.lines().findFirst().orElseThrow() + "\n")) {
                    return purpose;
                }
            }
        }
        return "unknown";
    }

    private static String answer(Call call, String content, boolean cut) throws IOException {
        return JSON.writeValueAsString(
                switch (call.path()) {
                    case "/v1/chat/completions" ->
                        Map.of(
                                "id",
                                "chatcmpl-1",
                                "object",
                                "chat.completion",
                                "created",
                                1,
                                "model",
                                MODEL,
                                "choices",
                                List.of(Map.of(
                                        "index",
                                        0,
                                        "finish_reason",
                                        cut ? "length" : "stop",
                                        "message",
                                        Map.of("role", "assistant", "content", content))),
                                "usage",
                                Map.of(
                                        "prompt_tokens", INPUT_TOKENS,
                                        "completion_tokens", OUTPUT_TOKENS,
                                        "total_tokens", INPUT_TOKENS + OUTPUT_TOKENS));
                    case "/v1/messages" ->
                        Map.of(
                                "id", "msg_1",
                                "type", "message",
                                "role", "assistant",
                                "model", "claude-sonnet-4-5-20250929",
                                "stop_reason", cut ? "max_tokens" : "end_turn",
                                "content", List.of(Map.of("type", "text", "text", content)),
                                "usage", Map.of("input_tokens", INPUT_TOKENS, "output_tokens", OUTPUT_TOKENS));
                    default ->
                        Map.of(
                                "model",
                                "llama3.1:8b",
                                "created_at",
                                "2026-01-01T00:00:00Z",
                                "message",
                                Map.of("role", "assistant", "content", content),
                                "done",
                                true,
                                "done_reason",
                                cut ? "length" : "stop",
                                "prompt_eval_count",
                                INPUT_TOKENS,
                                "eval_count",
                                OUTPUT_TOKENS);
                });
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
