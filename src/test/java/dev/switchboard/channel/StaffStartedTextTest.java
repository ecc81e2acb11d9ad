package dev.switchboard.channel;

import static dev.switchboard.Problems.sentence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.Caller;
import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import dev.switchboard.system.Groups;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A member of staff texts a client first. */
@SwitchboardTest
class StaffStartedTextTest {

    @LocalServerPort
    int port;

    private Desk desk;
    private Caller anna;
    private String number;
    private String client;

    @BeforeEach
    void aClient() {
        desk = new Desk(port);
        anna = Caller.staff(port, "anna", Groups.ACCOUNT);
        number = Desk.newNumber();
        client = desk.client("Texted " + number, number);
    }

    @Test
    void theTextArrivesAsItIsAndTheAnswerOpensARequest() {
        var words = " Are you in\n today? ";
        var sent = send(Map.of("body", words), null).expect(201).json();
        assertThat(sent.path("approvedBy").asText()).isEqualTo("anna");
        assertThat(sent.path("draftedBy").isNull()).isTrue();
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(desk.phone(number)).containsExactly(words));
        assertThat(desk.requests(number)).isEmpty();
        desk.text(number, "Yes, from nine.");
        var request = desk.request(number);
        assertThat(desk.items("/api/clients/" + client + "/messages"))
                .extracting(message -> message.path("body").asText())
                .containsExactly(words, "Yes, from nine.");
        assertThat(desk.messages(request))
                .extracting(message -> message.path("body").asText())
                .containsExactly(words, "Yes, from nine.");
        assertThat(desk.items("/api/events?client=" + client + "&type=message_queued"))
                .hasSize(1)
                .allSatisfy(event ->
                        assertThat(event.at("/details/approvedBy").asText()).isEqualTo("anna"));

        // The next one belongs to the conversation that is open now
        send(Map.of("body", "See you then."), null).expect(201);
        assertThat(desk.messages(request)).hasSize(3);
    }

    @Test
    void underAKeyTheTextLeavesOnceAndOtherWordsAreRefused() {
        var first = send(Map.of("body", "Once."), "k-1").expect(201).json();
        var again = send(Map.of("body", "Once."), "k-1").expect(201).json();
        assertThat(again.path("id")).isEqualTo(first.path("id"));
        assertThat(sentence(send(Map.of("body", "Twice."), "k-1"), 409)).contains("k-1");
        send(Map.of("body", "Once."), "k-2").expect(201);
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(desk.phone(number)).containsExactly("Once.", "Once."));
        assertThat(sentence(send(Map.of("body", "x"), "k".repeat(201)), 400)).contains("201");
    }

    @Test
    void aNumberMayBeNamedAndMustBeTheClients() {
        var second = Desk.newNumber();
        var strangers = Desk.newNumber();
        desk.admin()
                .send(
                        "PATCH",
                        "/api/clients/" + client,
                        "application/json",
                        Desk.json(Map.of(
                                "contacts",
                                List.of(
                                        Map.of("name", "Ana", "addresses", List.of(Map.of("address", number))),
                                        Map.of("name", "Ben", "addresses", List.of(Map.of("address", second)))))))
                .expect(200);
        send(Map.of("body", "Hi Ben", "address", "1-" + second.substring(2)), null)
                .expect(201);
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(desk.phone(second)).containsExactly("Hi Ben"));
        assertThat(desk.phone(number)).isEmpty();
        assertThat(sentence(send(Map.of("body", "x", "address", strangers), null), 400))
                .contains(strangers + " is no number of Texted");
        assertThat(desk.phone(strangers)).isEmpty();
    }

    @Test
    void whatCannotBeSentIsSaid() {
        assertThat(sentence(send(Map.of("body", "x".repeat(1_601)), null), 400)).contains("1601");
        assertThat(sentence(send(Map.of("body", " "), null), 400)).contains("body");
        var bare = desk.admin()
                .post("/api/clients", "{\"name\":\"No number\"}")
                .expect(201)
                .json()
                .path("id")
                .asText();
        assertThat(sentence(anna.post("/api/clients/" + bare + "/messages", "{\"body\":\"x\"}"), 400))
                .contains("has no number");
        sentence(anna.post("/api/clients/C-0/messages", "{\"body\":\"x\"}"), 404);
        desk.text(number, "STOP");
        assertThat(sentence(send(Map.of("body", "Still there?"), null), 409)).contains("opted out");
        assertThat(desk.phone(number)).isEmpty();
    }

    private Caller.Answer send(Map<String, String> form, String key) {
        var caller = key == null ? anna : anna.with("Idempotency-Key", key);
        return caller.post("/api/clients/" + client + "/messages", Desk.json(form));
    }
}
