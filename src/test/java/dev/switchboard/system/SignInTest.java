package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.Caller;
import dev.switchboard.Caller.Answer;
import dev.switchboard.SwitchboardTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@SwitchboardTest
class SignInTest {

    private static final String NEW_CLIENT = "{\"name\":\"Acme\"}";

    @LocalServerPort
    int port;

    @BeforeEach
    void staff() {
        Caller.ensureUser(port, "tess", Groups.TRIAGE);
        Caller.ensureUser(port, "olga", Groups.PROCESS_OWNERS);
        Caller.ensureUser(port, "guest");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # request                                   | nobody | wrong | guest | tess | olga | admin
            GET /api/clients                            | 401    | 401   | 403   | 200  | 200  | 200
            POST /api/clients {"name":"Acme"}           | 401    | 401   | 403   | 201  | 201  | 201
            PUT /api/clients                            | 401    | 401   | 403   | 405  | 405  | 405
            DELETE /api/nothing                         | 401    | 401   | 403   | 404  | 404  | 404
            GET /v3/api-docs                            | 401    | 401   | 403   | 200  | 200  | 200
            GET /engine-rest/task                       | 401    | 401   | 403   | 200  | 200  | 200
            POST /engine-rest/task {}                   | 401    | 401   | 403   | 200  | 200  | 200
            DELETE /engine-rest/user/nobody             | 401    | 401   | 403   | 403  | 403  | 204
            OPTIONS /engine-rest/task                   | 401    | 401   | 403   | 200  | 200  | 200
            GET /engine-rest/process-definition         | 401    | 401   | 403   | 200  | 200  | 200
            GET /engine-rest/deployment/count           | 401    | 401   | 403   | 200  | 200  | 200
            POST /engine-rest/identity/verify {}        | 401    | 401   | 403   | 403  | 403  | 403
            GET /actuator/health                        | 200    | 401   | 200   | 200  | 200  | 200
            GET /actuator/prometheus                    | 401    | 401   | 403   | 403  | 403  | 200
            GET /actuator                               | 401    | 401   | 403   | 403  | 403  | 403
            GET /actuator/env                           | 401    | 401   | 403   | 403  | 403  | 403
            POST /webhooks/nothing {}                   | 404    | 404   | 404   | 404  | 404  | 404
            """)
    void basicCredentials(String request, int nobody, int wrong, int guest, int tess, int olga, int admin) {
        assertThat(request(Caller.anonymous(port), request).status()).isEqualTo(nobody);
        assertThat(request(Caller.basic(port, "stranger", "guess"), request).status())
                .isEqualTo(wrong);
        assertThat(request(Caller.basic(port, "guest", Caller.PASSWORD), request)
                        .status())
                .isEqualTo(guest);
        assertThat(request(Caller.basic(port, "tess", Caller.PASSWORD), request).status())
                .isEqualTo(tess);
        assertThat(request(Caller.basic(port, "olga", Caller.PASSWORD), request).status())
                .isEqualTo(olga);
        assertThat(request(Caller.admin(port), request).status()).isEqualTo(admin);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # request                                                      | nobody | guest | tess | olga | admin
            GET /login                                                     | 200    | 200   | 200  | 200  | 200
            GET /                                                          | 302    | 302   | 200  | 200  | 200
            GET /api/clients                                               | 401    | 403   | 200  | 200  | 200
            GET /actuator/prometheus                                       | 401    | 403   | 403  | 403  | 200
            GET /camunda/app/tasklist/default/                             | 302    | 403   | 200  | 200  | 200
            GET /camunda/api/engine/engine/default/task/count              | 401    | 403   | 200  | 200  | 200
            GET /camunda/app/cockpit/default/                              | 302    | 403   | 403  | 200  | 200
            GET /camunda/api/admin/setup/default/user/create               | 401    | 403   | 403  | 403  | 403
            POST /camunda/api/admin/setup/default/user/create {}           | 401    | 403   | 403  | 403  | 403
            POST /camunda/api/admin/auth/user/default/login/tasklist {}    | 401    | 403   | 403  | 403  | 403
            POST /camunda/api/engine/engine/default/identity/verify {}     | 401    | 403   | 403  | 403  | 403
            GET /engine-rest/task                                          | 401    | 401   | 401  | 401  | 401
            """)
    void sessions(String request, int nobody, int guest, int tess, int olga, int admin) {
        assertThat(request(Caller.anonymous(port), request).status()).isEqualTo(nobody);
        assertThat(request(session("guest"), request).status()).isEqualTo(guest);
        assertThat(request(session("tess"), request).status()).isEqualTo(tess);
        assertThat(request(session("olga"), request).status()).isEqualTo(olga);
        assertThat(request(Caller.session(port, Caller.ADMIN, Caller.ADMIN_PASSWORD), request)
                        .status())
                .isEqualTo(admin);
    }

    @Test
    void refusalsAreProblemsAPersonCanActOn() {
        var refused = Caller.anonymous(port).get("/api/clients");
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.header("WWW-Authenticate")).startsWith("Basic");
        assertThat(refused.json().path("detail").asText()).contains("/login");
        assertThat(refused.header("Set-Cookie")).doesNotContain("JSESSIONID");
        var forbidden = Caller.basic(port, "guest", Caller.PASSWORD).get("/api/clients");
        assertThat(forbidden.header("Content-Type")).startsWith("application/problem+json");
        assertThat(forbidden.json().path("detail").asText()).contains("administrator");
    }

    @Test
    void aBrowserGetsNoBasicDialog() {
        var script = Caller.anonymous(port).with("Sec-Fetch-Mode", "cors");
        assertThat(script.get("/api/clients").expect(401).header("WWW-Authenticate"))
                .isEmpty();
        assertThat(script.get("/engine-rest/task").expect(401).header("WWW-Authenticate"))
                .isEmpty();
    }

    @Test
    void aSessionNeedsTheCsrfTokenAndBasicCredentialsMakeNoSession() {
        var browser = session("tess");
        assertThat(browser.post("/api/clients", NEW_CLIENT)
                        .expect(403)
                        .json()
                        .path("detail")
                        .asText())
                .contains("X-XSRF-TOKEN");
        browser.postWithToken("/api/clients", NEW_CLIENT).expect(201);

        var program = Caller.basic(port, "tess", Caller.PASSWORD);
        program.post("/api/clients", NEW_CLIENT).expect(201);
        assertThat(program.cookie("JSESSIONID")).isEmpty();
    }

    @Test
    void aSessionDoesNotLendItselfToWrongBasicCredentials() {
        session("tess")
                .with("Authorization", "Basic dGVzczp3cm9uZw==")
                .post("/api/clients", NEW_CLIENT)
                .expect(401);
    }

    @Test
    void signingInChangesTheSessionAndSigningOutEndsIt() {
        var browser = Caller.anonymous(port).with("Accept", "text/html,*/*");
        browser.get("/camunda/app/tasklist/");
        var before = browser.cookie("JSESSIONID");
        var answer = browser.signIn("tess", Caller.PASSWORD);
        assertThat(answer.header("Location")).contains("/camunda/app/tasklist/");
        assertThat(before).isNotEmpty().isNotEqualTo(browser.cookie("JSESSIONID"));
        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("JSESSIONID", "HttpOnly", "SameSite=Lax"));

        browser.post("/logout", "").expect(302);
        browser.get("/api/clients").expect(200);
        browser.postWithToken("/logout", "").expect(302);
        browser.get("/api/clients").expect(401);
    }

    @Test
    void tasklistsOwnSignOutEndsTheSessionToo() {
        var browser = session("tess");
        browser.post("/camunda/api/admin/auth/user/default/logout", "").expect(204);
        browser.get("/api/clients").expect(401);
    }

    @Test
    void wrongPasswordsLeadBackToThePageInWords() {
        var browser = Caller.anonymous(port);
        assertThat(browser.signIn("tess", "wrong").header("Location")).isEqualTo("/login?error");
        assertThat(browser.get("/login?error").body()).contains("User name or password is wrong");
        browser.signIn("tess", Caller.PASSWORD);
    }

    @Test
    void guessingIsSlowedDown() {
        Caller.ensureUser(port, "victim", Groups.TRIAGE);
        for (var i = 0; i < 8; i++) {
            Caller.basic(port, "victim", "guess" + i).get("/api/clients").expect(401);
        }
        Caller.basic(port, "victim", Caller.PASSWORD).get("/api/clients").expect(401);
    }

    @Test
    void aUserNameCanBeAnEmailAddress() {
        var user = "tess.o-hara+sms@example.com";
        Caller.staff(port, user, Groups.TRIAGE).get("/api/clients").expect(200);
        var browser = Caller.session(port, user, Caller.PASSWORD);
        browser.get("/camunda/app/tasklist/default/").expect(200);
        assertThat(browser.get("/camunda/api/admin/auth/user/default")
                        .json()
                        .path("userId")
                        .asText())
                .isEqualTo(user);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/setup/%2e",
                "/camunda/api/admin/setup/%2e/default/user/create",
                "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/admin/x/../setup/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/admin/setup;x/default/user/create",
                "/camunda/api/admin/setup%2fdefault/user/create",
                "/camunda/api/admin/setup%252fdefault/user/create",
                "/camunda/api/admin//setup/default/user/create",
                "//camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/Setup/default/user/create",
                "/CAMUNDA/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup%20/default/user/create",
            })
    void noSpellingOfTheSetUpPathMakesAUser(String path) {
        var admin = Caller.session(port, Caller.ADMIN, Caller.ADMIN_PASSWORD);
        admin.get("/camunda/app/admin/default/");
        var token = admin.cookie("ENGINE-XSRF-TOKEN");
        var intruder = "{\"profile\":{\"id\":\"intruder\"},\"credentials\":{\"password\":\"" + Caller.PASSWORD + "\"}}";
        for (var method : new String[] {"POST", "PUT", "GET"}) {
            for (var caller : new Caller[] {Caller.anonymous(port), admin.with("X-XSRF-TOKEN", token)}) {
                var answer = caller.send(method, path, "application/json", intruder);
                // Where no such path is, whoever is signed in gets the dashboard's page
                var page = method.equals("GET")
                        && String.valueOf(answer.header("Content-Type")).startsWith("text/html");
                assertThat(page || answer.status() >= 300).isTrue();
            }
        }
        Caller.admin(port).get("/engine-rest/user/intruder/profile").expect(404);
    }

    private Caller session(String user) {
        return Caller.session(port, user, Caller.PASSWORD);
    }

    /** "POST /path {json}". */
    private static Answer request(Caller caller, String line) {
        var parts = line.strip().split(" ", 3);
        return caller.send(
                parts[0], parts[1], parts.length == 3 ? "application/json" : null, parts.length == 3 ? parts[2] : null);
    }
}
