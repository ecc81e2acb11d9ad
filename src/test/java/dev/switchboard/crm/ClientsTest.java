package dev.switchboard.crm;

import static dev.switchboard.Problems.sentence;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Caller.Answer;
import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@SwitchboardTest
class ClientsTest {

    private static final String CLIENTS = "/api/clients";

    @LocalServerPort
    int port;

    Desk desk;

    @BeforeEach
    void desk() {
        desk = new Desk(port);
    }

    @Test
    void aClientIsKeptAsItWasEntered() {
        var number = Desk.newNumber();
        var client = create("""
                {"name":"Müller & Söhne 😀","services":["design","product_strategy"],"summary":"Pays on time.",
                 "contacts":[{"name":"Ana","role":"CTO","addresses":[
                    {"channel":"sms","address":"%s","consent":"granted"}]},{"name":"Ben"}]}""".formatted(number));
        assertThat(client.path("id").asText()).matches("C-\\d+");
        assertThat(client).isEqualTo(get(client));
        assertThat(client.path("name").asText()).isEqualTo("Müller & Söhne 😀");
        assertThat(texts(client.path("services"))).containsExactly("design", "product_strategy");
        assertThat(client.path("summary").asText()).isEqualTo("Pays on time.");
        assertThat(client.at("/contacts/0/role").asText()).isEqualTo("CTO");
        assertThat(address(client).path("address").asText()).isEqualTo(number);
        assertThat(address(client).path("consent").asText()).isEqualTo("granted");
        assertThat(client.at("/contacts/1/name").asText()).isEqualTo("Ben");
    }

    @Test
    void nothingButANameIsNeeded() {
        var client = create("{\"name\":\"Bare\"}");
        assertThat(client.path("services")).isEmpty();
        assertThat(client.path("contacts")).isEmpty();
        assertThat(client.path("summary").asText()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "(415) 555-2671,        +14155552671",
        "415.555.2672,          +14155552672",
        "1-415-555-2673,        +14155552673",
        "+1 415 555 2674,       +14155552674",
        "+44 (0)20 7946 0958,   +442079460958",
        "011 49 30 901820,      +4930901820",
        "+49 30 901821,         +4930901821",
        "tel:+14155552675,      +14155552675",
        "１４１５５５５２６７６,  +14155552676",
        "+1 555 010 0077,       +15550100077",
    })
    void aNumberMayBeWrittenAsPeopleDo(String typed, String kept) {
        assertThat(address(create(withNumber(typed))).path("address").asText()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "call me", "+", "++1", "+999999999999999999999", "$(reboot)"})
    void whatIsNoNumberIsRefused(String typed) {
        assertThat(sentence(post(withNumber(typed)), 400)).contains("telephone number", typed);
    }

    @Test
    void aNumberHasOneOwnerInWhateverNotation() {
        create("""
                {"name":"Acme","contacts":[{"name":"Ana","addresses":[{"address":"+14155553001"}]}]}""");
        assertThat(sentence(post(withNumber("(415) 555-3001")), 409)).contains("+14155553001", "Ana", "Acme", "C-");

        var other = create("{\"name\":\"Other\",\"summary\":\"as before\"}");
        var taken =
                "{\"summary\":\"changed\",\"contacts\":[{\"name\":\"Ben\",\"addresses\":[{\"address\":\"+14155553001\"}]}]}";
        sentence(patch(other, taken), 409);
        assertThat(get(other)).isEqualTo(other);
        sentence(post("""
                {"name":"Twice","contacts":[
                    {"name":"A","addresses":[{"address":"+14155553002"}]},
                    {"name":"B","addresses":[{"address":"415 555 3002"}]}]}"""), 409);
        create(withNumber("+14155553002"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                          | name
            {"name":""}                                                                 | name
            {"name":" \\t"}                                                             | name
            {"name":null}                                                               | name
            {"name":{}}                                                                 | name must be a text
            {"name":"A","services":["magic"]}                                           | consulting
            {"name":"A","services":"design"}                                            | services must be a list
            {"name":"A","services":[null]}                                              | services
            {"name":"A","services":[7]}                                                 | "7" is none of
            {"name":"A","contacts":[null]}                                              | contacts
            {"name":"A","contacts":{}}                                                  | contacts must be a list
            {"name":"A","contacts":[{"name":""}]}                                       | contacts[0].name
            {"name":"A","contacts":[{"name":"B","addresses":[{}]}]}                     | contacts[0].addresses[0].address
            {"name":"A","contacts":[{"name":"B","addresses":[null]}]}                   | addresses
            {"name":"A","contacts":[{"name":"B","addresses":[{"address":"+14155553999","consent":"maybe"}]}]} | withdrawn
            {"name":"A","contacts":[{"name":"B","addresses":[{"address":"a@b.c","channel":"email"}]}]}        | sms
            []                                                                          | object
            null                                                                        | object
            7                                                                           | object
            {"name":"A"                                                                 | JSON
            {name:A}                                                                    | line 1
            name=A                                                                      | JSON
            """)
    void aClientThatCannotBeIsRefusedInWords(String body, String hint) {
        assertThat(sentence(post(body), 400)).contains(hint);
    }

    @Test
    void tooLongATextIsRefused() {
        assertThat(sentence(post(Desk.json(Map.of("name", "x".repeat(201)))), 400))
                .contains("name", "200");
        assertThat(sentence(post(Desk.json(Map.of("name", "A", "summary", "x".repeat(4001)))), 400))
                .contains("summary", "4000");
        assertThat(sentence(post(""), 400)).contains("object");
        assertThat(sentence(desk.admin().send("POST", CLIENTS, "text/plain", "name"), 415))
                .contains("text/plain");
    }

    @Test
    void aPatchChangesWhatItNames() {
        var number = Desk.newNumber();
        var client = create("""
                {"name":"Before","services":["design"],"summary":"S",
                 "contacts":[{"name":"Ana","addresses":[{"address":"%s","consent":"granted"}]}]}""".formatted(number));
        assertThat(patch(client, "{}").expect(200).json()).isEqualTo(client);
        var renamed = patch(client, "{\"name\":\"After\"}").expect(200).json();
        assertThat(renamed.path("name").asText()).isEqualTo("After");
        assertThat(renamed.path("contacts")).isEqualTo(client.path("contacts"));
        assertThat(renamed.path("services")).isEqualTo(client.path("services"));

        var moved = patch(client, """
                {"services":[],"contacts":[{"name":"Ben","addresses":[{"address":"%s"}]}]}""".formatted(number)).expect(200).json();
        assertThat(moved.path("services")).isEmpty();
        assertThat(moved.path("contacts")).hasSize(1);
        assertThat(moved.at("/contacts/0/name").asText()).isEqualTo("Ben");
        assertThat(address(moved).path("consent").asText()).isEqualTo("granted");

        patch(client, "{\"contacts\":[]}").expect(200);
        create(withNumber(number));
        assertThat(sentence(patch(client, "{\"name\":\" \"}"), 400)).contains("name");
        assertThat(sentence(patch(client, "{\"services\":[null]}"), 400)).contains("services");
        assertThat(sentence(patch(client, "{\"contacts\":[null]}"), 400)).contains("contacts");
        assertThat(sentence(desk.admin().send("PATCH", CLIENTS + "/C-0", "application/json", "{}"), 404))
                .contains("C-0");
    }

    @Test
    void aListIsReadPageByPageWithoutGapsOrRepeats() {
        var mark = "Paged" + Desk.newNumber().substring(1);
        for (var i = 0; i < 5; i++) {
            create(Desk.json(Map.of("name", mark + " " + i)));
        }
        var names = new ArrayList<String>();
        var sizes = new ArrayList<Integer>();
        var cursor = "";
        do {
            var page = desk.admin()
                    .get(CLIENTS + "?limit=2&q=" + mark.toLowerCase() + "&cursor=" + cursor)
                    .expect(200)
                    .json();
            page.path("items").forEach(client -> names.add(client.path("name").asText()));
            sizes.add(page.path("items").size());
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : page.path("nextCursor").asText();
        } while (!cursor.isEmpty());
        assertThat(sizes).containsExactly(2, 2, 1);
        assertThat(names).doesNotHaveDuplicates().hasSize(5).allMatch(name -> name.startsWith(mark));
        assertThat(desk.items(CLIENTS + "?q=" + Desk.encode("100%_"))).isEmpty();
    }

    @Test
    void aClientThatIsNotThereIsNotFound() {
        assertThat(sentence(desk.admin().get(CLIENTS + "/C-999999"), 404)).contains("C-999999");
        sentence(desk.admin().get(CLIENTS + "/" + Desk.encode("' or 1=1 --")), 404);
    }

    private JsonNode create(String body) {
        return post(body).expect(201).json();
    }

    private Answer post(String body) {
        return desk.admin().post(CLIENTS, body);
    }

    private Answer patch(JsonNode client, String body) {
        return desk.admin().send("PATCH", CLIENTS + "/" + client.path("id").asText(), "application/json", body);
    }

    private JsonNode get(JsonNode client) {
        return desk.admin()
                .get(CLIENTS + "/" + client.path("id").asText())
                .expect(200)
                .json();
    }

    private static JsonNode address(JsonNode client) {
        return client.at("/contacts/0/addresses/0");
    }

    private static String withNumber(String typed) {
        return Desk.json(Map.of(
                "name",
                "Numbered",
                "contacts",
                List.of(Map.of("name", "Ana", "addresses", List.of(Map.of("address", typed))))));
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
