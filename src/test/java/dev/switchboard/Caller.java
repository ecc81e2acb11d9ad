package dev.switchboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Someone who calls the running program over HTTP: nobody, a program with Basic credentials, or a browser with a
 * session. Redirects are not followed, paths are sent as they are written.
 */
public final class Caller {

    public static final String ADMIN = "admin";
    public static final String ADMIN_PASSWORD = "the-password-of-all-tests";
    public static final String PASSWORD = "a-password-of-staff";

    private final int port;
    private final Map<String, String> headers;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    private Caller(int port, Map<String, String> headers) {
        this.port = port;
        this.headers = headers;
    }

    public static Caller anonymous(int port) {
        return new Caller(port, Map.of());
    }

    public static Caller basic(int port, String user, String password) {
        var credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new Caller(port, Map.of("Authorization", "Basic " + credentials));
    }

    public static Caller admin(int port) {
        return basic(port, ADMIN, ADMIN_PASSWORD);
    }

    /** A member of staff with Basic credentials, made if there is no such user yet. */
    public static Caller staff(int port, String user, String... groups) {
        ensureUser(port, user, groups);
        return basic(port, user, PASSWORD);
    }

    /** A browser whose user has signed in at /login. */
    public static Caller session(int port, String user, String password) {
        var browser = anonymous(port);
        var answer = browser.signIn(user, password);
        if (!"/".equals(answer.header("Location"))) {
            throw new AssertionError("sign-in of " + user + " led to " + answer.header("Location"));
        }
        return browser;
    }

    public static void ensureUser(int port, String user, String... groups) {
        var admin = admin(port);
        if (admin.get("/engine-rest/user/" + user + "/profile").status() == 404) {
            admin.post("/engine-rest/user/create", """
                    {"profile":{"id":"%s","firstName":"Test","lastName":"%s"},"credentials":{"password":"%s"}}""".formatted(user, user, PASSWORD))
                    .expect(204);
            for (var group : groups) {
                admin.send("PUT", "/engine-rest/group/" + group + "/members/" + user, null, null)
                        .expect(204);
            }
        }
    }

    public Answer signIn(String user, String password) {
        get("/login");
        return send(
                "POST",
                "/login",
                "application/x-www-form-urlencoded",
                "username=" + encode(user) + "&password=" + encode(password) + "&_csrf="
                        + encode(cookie("XSRF-TOKEN")));
    }

    public Answer get(String path) {
        return send("GET", path, null, null);
    }

    /** The body as it came, of an answer that must be a success. */
    public byte[] download(String path) {
        var request = HttpRequest.newBuilder(uri(path));
        headers.forEach(request::header);
        try {
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + " answered " + answer.statusCode() + ": " + new String(answer.body()));
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, null);
    }

    public Answer post(String path, String json) {
        return send("POST", path, "application/json", json);
    }

    /** With the CSRF token that the program gave this browser, as the dashboard sends it. */
    public Answer postWithToken(String path, String json) {
        return with("X-XSRF-TOKEN", cookie("XSRF-TOKEN")).post(path, json);
    }

    /** The same caller and cookies, with one header more. */
    public Caller with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        var caller = new Caller(port, more);
        cookies.getCookieStore()
                .getCookies()
                .forEach(cookie -> caller.cookies.getCookieStore().add(uri("/"), cookie));
        return caller;
    }

    public Answer send(String method, String path, String contentType, String body) {
        var request = HttpRequest.newBuilder(uri(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        try {
            return new Answer(method + " " + path, client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its value, or an empty text. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** What came back. */
    public record Answer(String request, HttpResponse<String> response) {

        private static final ObjectMapper JSON = new ObjectMapper();

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        /** Its first value, or an empty text. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body());
            } catch (IOException e) {
                throw new UncheckedIOException(request + " answered " + body(), e);
            }
        }

        public Answer expect(int status) {
            if (status() != status) {
                throw new AssertionError("%s answered %d, not %d: %s".formatted(request, status(), status, body()));
            }
            return this;
        }
    }
}
