package dev.switchboard.triage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Caller.Answer;
import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A text from a number that is nobody's: going on with it always says whose it is. */
@SwitchboardTest
class StrangerTest {

    @LocalServerPort
    int port;

    private Desk desk;
    private String number;
    private String request;
    private String task;

    @BeforeEach
    void aStrangerTexts() {
        desk = new Desk(port);
        number = Desk.newNumber();
        desk.text(number, "Do you build shops?");
        request = desk.request(number);
        task = desk.task(request, "triage_request");
    }

    @Test
    void whoGoesOnWithoutAWordMakesAClientNamedAfterTheNumber() {
        proceed(Map.of()).expect(204);
        assertThat(client().path("name").asText()).isEqualTo(number);
        assertThat(client().at("/contacts/0/name").asText()).isEqualTo(number);
        assertThat(client().at("/contacts/0/addresses/0/address").asText()).isEqualTo(number);
        var created = desk.items("/api/events?type=client_created&client=" + id());
        assertThat(created).hasSize(1).allSatisfy(event -> assertThat(
                        event.at("/actor/name").asText())
                .isEqualTo("admin"));
    }

    @Test
    void aNewClientIsMadeByItsName() {
        proceed(Map.of("newClientName", " Shop of " + number + " ", "newContactName", "Sam"))
                .expect(204);
        assertThat(client().path("name").asText()).isEqualTo("Shop of " + number);
        assertThat(client().at("/contacts/0/name").asText()).isEqualTo("Sam");
    }

    @Test
    void aNameThatIsTakenNamesWhoHasIt() {
        var taken = desk.client("Taken " + number, Desk.newNumber());
        assertThat(proceed(Map.of("newClientName", "taken " + number))
                        .expect(400)
                        .body())
                .contains("There is a client Taken " + number + " already (" + taken + ")");
        assertThat(proceed(Map.of("newClientName", "New", "clientId", taken))
                        .expect(400)
                        .body())
                .contains("not both");
        assertThat(desk.admin()
                        .get("/api/requests/" + request)
                        .json()
                        .path("client")
                        .isNull())
                .isTrue();
        proceed(Map.of("clientId", taken)).expect(204);
        assertThat(id()).isEqualTo(taken);
    }

    @Test
    void noiseMakesNoClient() {
        desk.complete(task, Map.of("decision", "close", "newClientName", "Noise " + number))
                .expect(204);
        desk.awaitStatus(request, "closed");
        assertThat(desk.items("/api/clients?q=" + Desk.encode(number))).isEmpty();
    }

    private Answer proceed(Map<String, String> more) {
        var fields = new HashMap<>(Map.of("decision", "proceed", "requestType", "question", "urgency", "normal"));
        fields.putAll(more);
        return desk.complete(task, fields);
    }

    private String id() {
        return desk.admin()
                .get("/api/requests/" + request)
                .expect(200)
                .json()
                .at("/client/id")
                .asText();
    }

    private JsonNode client() {
        return desk.admin().get("/api/clients/" + id()).expect(200).json();
    }
}
