package dev.switchboard.request;

import static dev.switchboard.Problems.sentence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Caller;
import dev.switchboard.Caller.Answer;
import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import dev.switchboard.system.Groups;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@SwitchboardTest
class RequestsApiTest {

    private static final String REQUESTS = "/api/requests";

    @LocalServerPort
    int port;

    Desk desk;
    String number;

    @BeforeEach
    void desk() {
        desk = new Desk(port);
        number = Desk.newNumber();
    }

    @Test
    void aRequestSaysWhoAskedWhatAndWhoHasIt() {
        var request = asked("Where do I find my invoices?\nI looked everywhere.");
        desk.task(request, "triage_request");
        var view = desk.admin().get(REQUESTS + "/" + request).expect(200).json();
        assertThat(view.path("id").asText()).isEqualTo(request).matches("R-\\d{4,}");
        assertThat(view.path("title").asText()).isEqualTo("Where do I find my invoices?");
        assertThat(view.path("client").isNull()).isTrue();
        assertThat(view.at("/contact/address").asText()).isEqualTo(number);
        assertThat(view.path("status").asText()).isEqualTo("triage");
        assertThat(view.path("openedAt").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
        assertThat(view.path("closedAt").isNull()).isTrue();
        assertThat(view.path("issue").isNull()).isTrue();
        assertThat(view.at("/currentSteps/0/id").asText()).isEqualTo("triage_request");
        assertThat(view.at("/currentSteps/0/candidateGroups/0").asText()).isEqualTo("triage");
    }

    @Test
    void everyFilterKeepsWhatItNames() {
        var word = "w" + UUID.randomUUID().toString().substring(0, 8);
        var request = asked("Tell me about " + word + " 100% please");
        desk.task(request, "triage_request");
        var client = desk.client("Filtered " + number, Desk.newNumber());
        Caller.ensureUser(port, "fred-" + word, Groups.TRIAGE);
        patch(
                        request,
                        "{\"type\":\"feature\",\"urgency\":\"high\",\"assignee\":\"fred-" + word + "\",\"clientId\":\""
                                + client + "\"}")
                .expect(200);
        for (var filter : List.of(
                "q=" + word.toUpperCase(),
                "q=" + request,
                "client=" + client,
                "assignee=fred-" + word,
                "q=" + word + "&type=feature&urgency=high&status=triage&client=" + client,
                "q=" + Desk.encode(word + " 100%"))) {
            assertThat(ids("?" + filter)).as(filter).containsExactly(request);
        }
        for (var filter : List.of(
                "type=bug",
                "urgency=low",
                "status=closed",
                "client=C-0",
                "assignee=nobody",
                "q=" + Desk.encode(word + "%please"),
                "q=" + Desk.encode(word.substring(0, 8) + "_" + word.substring(0, 8)))) {
            assertThat(ids("?limit=200&" + filter)).as(filter).doesNotContain(request);
        }
    }

    @Test
    void pagesAreNewestFirstWithoutGapsOrRepeats() {
        var word = "p" + UUID.randomUUID().toString().substring(0, 8);
        var asked = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            number = Desk.newNumber();
            asked.add(0, asked(word + " " + i));
        }
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = desk.admin()
                    .get(REQUESTS + "?limit=2&q=" + word + "&cursor=" + cursor)
                    .expect(200)
                    .json();
            page.path("items").forEach(request -> seen.add(request.path("id").asText()));
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : page.path("nextCursor").asText();
        } while (!cursor.isEmpty());
        assertThat(seen).containsExactlyElementsOf(asked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            limit=0                    | between 1 and 200
            limit=-1                   | between 1 and 200
            limit=201                  | between 1 and 200
            limit=99999999999999999999 | limit must be a whole number
            limit=abc                  | limit must be a whole number
            cursor=abc                 | nextCursor
            cursor=99999999999999999999| nextCursor
            cursor=1%3Bdrop            | nextCursor
            status=opened              | waiting_for_client
            type=idea                  | feature
            urgency=asap               | critical
            """)
    void aListThatCannotBeIsRefusedInWords(String query, String hint) {
        assertThat(sentence(desk.admin().get(REQUESTS + "?" + query), 400)).contains(hint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor=-5", "cursor=0", "limit=", "cursor=", "q=", "status=", "unknown=1"})
    void anEmptyOrStrangeQueryIsNoError(String query) {
        desk.admin().get(REQUESTS + "?" + query).expect(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type":"idea"}            | feature
            {"type":7}                 | "7" is none of
            {"type":{}}                | type
            {"urgency":"asap"}         | critical
            {"assignee":[]}            | assignee must be a text
            {"type":                   | JSON
            []                         | object
            null                       | object
            """)
    void anOverrideThatCannotBeIsRefusedInWords(String body, String hint) {
        var request = asked("Is this one left alone?");
        desk.task(request, "triage_request");
        var before = desk.admin().get(REQUESTS + "/" + request).json();
        assertThat(sentence(patch(request, body), 400)).contains(hint);
        assertThat(desk.admin().get(REQUESTS + "/" + request).json()).isEqualTo(before);
    }

    @Test
    void anOverrideWinsAndIsRecordedAndAnUnknownFieldIsNamed() {
        var request = asked("Can you add dark mode?");
        desk.task(request, "triage_request");
        var view = patch(request, "{\"urgency\":\"critical\"}").expect(200).json();
        assertThat(view.path("urgency").asText()).isEqualTo("critical");
        assertThat(desk.events(
                        "urgency_overridden",
                        event -> event.path("requestId").asText().equals(request)))
                .hasSize(1)
                .allSatisfy(
                        event -> assertThat(event.at("/actor/name").asText()).isEqualTo("admin"));
        sentence(patch(request, "{\"clientId\":\"C-0\"}"), 404);
        assertThat(sentence(patch(request, "{\"colour\":\"red\"}"), 400)).contains("colour");
    }

    @Test
    void whoGetsARequestGetsItsOpenTaskAndAStrangerCannot() {
        var request = asked("Who takes this one?");
        var task = desk.task(request, "triage_request");
        Caller.ensureUser(port, "tess", Groups.TRIAGE);
        assertThat(sentence(patch(request, "{\"assignee\":\"nobody-here\",\"urgency\":\"low\"}"), 400))
                .contains("\"nobody-here\"");
        assertThat(desk.admin()
                        .get(REQUESTS + "/" + request)
                        .json()
                        .path("urgency")
                        .asText())
                .isNotEqualTo("low");

        var view = patch(request, "{\"assignee\":\"tess\"}").expect(200).json();
        assertThat(view.path("assignee").asText()).isEqualTo("tess");
        assertThat(view.at("/currentSteps/0/assignee").asText()).isEqualTo("tess");
        patch(request, "{\"assignee\":\"tess\"}").expect(200);
        for (var nobody : List.of("null", "\"\"")) {
            patch(request, "{\"assignee\":\"tess\"}").expect(200);
            view = patch(request, "{\"assignee\":" + nobody + "}").expect(200).json();
            assertThat(view.path("assignee").isNull()).isTrue();
            assertThat(view.at("/currentSteps/0/assignee").isNull()).isTrue();
        }
        assertThat(assigned("request_assigned", request)).hasSize(2);
        assertThat(assigned("request_unassigned", request)).hasSize(2);

        Caller.staff(port, "tess", Groups.TRIAGE)
                .post("/engine-rest/task/" + task + "/claim", "{\"userId\":\"tess\"}")
                .expect(204);
        assertThat(ids("?assignee=tess")).contains(request);
        assertThat(assigned("request_assigned", request))
                .extracting(event -> event.at("/actor/name").asText())
                .containsExactly("tess", "admin", "admin");
        desk.admin().post("/engine-rest/task/" + task + "/unclaim", "").expect(204);
        assertThat(desk.admin()
                        .get(REQUESTS + "/" + request)
                        .json()
                        .path("assignee")
                        .isNull())
                .isTrue();
    }

    private List<JsonNode> assigned(String type, String request) {
        return desk.events(type, event -> event.path("requestId").asText().equals(request));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/messages", "/messages?limit=5"})
    void aRequestThatIsNotThereIsNotFound(String path) {
        assertThat(sentence(desk.admin().get(REQUESTS + "/R-1" + path), 404)).contains("R-1");
    }

    @Test
    void whatTheApiDoesNotKnowIsRefusedInWords() {
        sentence(desk.admin().get("/api/nothing"), 404);
        sentence(desk.admin().send("DELETE", REQUESTS, null, null), 405);
        sentence(desk.admin().send("PATCH", REQUESTS + "/R-1", "application/xml", "<x/>"), 415);
        sentence(desk.admin().get(REQUESTS + "/R-1%2f..%2f"), 400);
        sentence(desk.admin().get("/api//requests"), 400);
        sentence(desk.admin().get("/api/events?from=yesterday"), 400);
        sentence(patch("R-1", "{}"), 404);
    }

    @Test
    void wordsOfStaffAreSentAsTheyAreOrRefused() {
        var request = asked("Anybody there?");
        var path = REQUESTS + "/" + request + "/messages";
        for (var body : List.of("{}", "{\"body\":\"\"}", "{\"body\":\" \\n\"}", "{\"body\":null}")) {
            assertThat(sentence(desk.admin().post(path, body), 400)).contains("body");
        }
        var long1601 = Desk.json(Map.of("body", "x".repeat(1601)));
        assertThat(sentence(desk.admin().post(path, long1601), 400)).contains("1601", "1,600");
        sentence(desk.admin().post(REQUESTS + "/R-1/messages", "{\"body\":\"hello\"}"), 404);

        var words = " Yes,\n  we are — é e\u0301 😀 ";
        var sent = desk.admin()
                .post(path, Desk.json(Map.of("body", words)))
                .expect(201)
                .json();
        assertThat(sent.path("body").asText()).isEqualTo(words);
        assertThat(sent.path("approvedBy").asText()).isEqualTo("admin");
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(desk.phone(number)).containsExactly(words));
    }

    private String asked(String words) {
        desk.text(number, words);
        return desk.request(number);
    }

    private List<String> ids(String query) {
        return desk.items(REQUESTS + query).stream()
                .map(request -> request.path("id").asText())
                .toList();
    }

    private Answer patch(String request, String body) {
        return desk.admin().send("PATCH", REQUESTS + "/" + request, "application/json", body);
    }
}
