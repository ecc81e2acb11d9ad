package dev.switchboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchboard.Caller.Answer;
import dev.switchboard.system.Groups;
import dev.switchboard.system.Hashes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A member of staff onboards a client by the start form, through the engine's REST API to the simulated phone. */
@SwitchboardTest
class OnboardingTest {

    private static final String START = "/engine-rest/process-definition/key/client_onboarding/";
    private static final String REVIEW = "review_welcome_message";
    private static final AtomicInteger NAMES = new AtomicInteger();

    @LocalServerPort
    int port;

    private Desk desk;
    private Caller amira;
    private String client;
    private String number;

    @BeforeEach
    void aNewClient() {
        desk = new Desk(port);
        amira = Caller.staff(port, "amira", Groups.ACCOUNT);
        client = "Onboarded " + NAMES.incrementAndGet();
        number = Desk.newNumber();
    }

    @Test
    void fromTheStartFormToTheWelcomeOnTheClientsPhone() {
        var id = onboard();
        var created = amira.get("/api/clients/" + id).expect(200).json();
        assertThat(created.path("name").asText()).isEqualTo(client);
        assertThat(created.path("services"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("design", "consulting");
        var contact = created.path("contacts").get(0);
        assertThat(contact.path("name").asText()).isEqualTo("Ana");
        assertThat(contact.path("role").asText()).isEqualTo("Owner");
        assertThat(contact.at("/addresses/0/address").asText()).isEqualTo(number);
        assertThat(contact.at("/addresses/0/consent").asText()).isEqualTo("granted");
        var consent = event("consent_granted", id);
        assertThat(consent.at("/details/why").asText()).isEqualTo("Signed the contract of 1 March");
        assertThat(consent.at("/actor/name").asText()).isEqualTo("amira");

        var task = desk.task(id, REVIEW);
        var draft = desk.variable(task, "clientMessage").asText();
        assertThat(draft).contains("Ana", client, "STOP");
        assertThat(desk.variable(task, "draftedBy").asText()).startsWith("offline templates, ");
        assertThat(desk.variable(task, "client").asText()).isEqualTo("Ana, " + client);
        assertThat(desk.variable(task, "phone").asText()).isEqualTo(number);
        assertThat(desk.phone(number)).isEmpty();

        var words = draft + " Ciao!";
        complete(task, Map.of("decision", "send", "clientMessage", words)).expect(204);
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(desk.phone(number)).containsExactly(words));
        var completed = event("task_completed", id);
        assertThat(completed.path("requestId").isNull()).isTrue();
        assertThat(completed.at("/actor/name").asText()).isEqualTo("amira");
        assertThat(completed.at("/details/approved/client_message").asText()).isEqualTo(Hashes.sha256(words));
        assertThat(event("message_sent", id).path("requestId").isNull()).isTrue();
        assertThat(event("draft_written", id).at("/actor/kind").asText()).isEqualTo("system");
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(desk.admin()
                        .get("/engine-rest/history/process-instance?processInstanceBusinessKey=" + id)
                        .expect(200)
                        .json())
                .extracting(instance -> instance.path("state").asText())
                .containsExactly("COMPLETED"));
        assertThat(desk.verdict().path("valid").asBoolean()).isTrue();
    }

    @Test
    void severalNumbersAndContactsAreEnteredAtOnce() {
        var second = Desk.newNumber();
        var bens = Desk.newNumber();
        var cleos = Desk.newNumber();
        var id = start(Map.of(
                "otherPhones", second + "\n\n",
                "otherContacts", "Ben, CTO, " + bens + "\nCleo; " + cleos,
                "channels", "[\"sms\"]"));
        var contacts = amira.get("/api/clients/" + id).expect(200).json().path("contacts");
        assertThat(contacts)
                .extracting(contact -> contact.path("name").asText() + "/"
                        + contact.path("role").asText() + "/"
                        + contact.path("addresses").findValuesAsText("address") + "/"
                        + contact.path("addresses").findValuesAsText("consent"))
                .containsExactly(
                        "Ana/Owner/[" + number + ", " + second + "]/[granted, granted]",
                        "Ben/CTO/[" + bens + "]/[unknown]",
                        "Cleo//[" + cleos + "]/[unknown]");
        complete(desk.task(id, REVIEW), Map.of("decision", "send")).expect(204);
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(desk.phone(number)).hasSize(1));
        for (var other : List.of(second, bens, cleos)) {
            assertThat(desk.phone(other)).isEmpty();
        }
    }

    @Test
    void oneTakenNumberOfSeveralNamesItsOwnerAndNothingIsCreated() {
        var owner = desk.client("Owner of " + number, number);
        var changes = Map.of("phone", Desk.newNumber(), "otherContacts", "Ben, " + number);
        assertThat(submit(changes).expect(400).json().path("message").asText())
                .contains(number + " belongs to Ana at Owner of " + number + " (" + owner + ").");
        assertThat(clients(client)).isEmpty();
    }

    @Test
    void aSkippedWelcomeSendsNothing() {
        var id = onboard();
        complete(desk.task(id, REVIEW), Map.of("decision", "skip")).expect(204);
        await().atMost(Desk.BOUND).until(() -> running(id) == 0);
        assertThat(desk.phone(number)).isEmpty();
    }

    @Test
    void aTakenNumberIsRefusedWithItsOwnersNameAndNothingIsCreated() {
        var owner = desk.client("Owner of " + number, number);
        var instances = instances();
        var answer = submit(Map.of()).expect(400).json();
        assertThat(answer.path("message").asText())
                .contains(number + " belongs to Ana at Owner of " + number + " (" + owner + ").");
        assertThat(clients(client)).isEmpty();
        assertThat(instances()).isEqualTo(instances);
        assertThat(desk.events(
                        "client_created",
                        event -> event.at("/details/name").asText().equals(client)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "phone, call me, \"call me\" is not a telephone number",
        "phone, 12, \"12\" is not a telephone number",
        "phone, ' ', Enter a telephone number.",
        "clientName, '', Enter the name of the client.",
        "contactName, '  ', Enter the name of the contact.",
        "otherPhones, 12, \"12\" is not a telephone number",
        "otherContacts, Ben, 'Write a further contact as name, role, number'",
        "channels, '[\"fax\"]', '\"fax\" is no channel; the channel is sms.'",
        "services, '[\"marketing\"]', '\"marketing\" is none of development, design, product_strategy, consulting.'",
        "services, design, The services must be a list"
    })
    void whatCannotBeTakenIsSaidAtOnceAndNothingIsCreated(String field, String entered, String sentence) {
        var instances = instances();
        var answer = submit(Map.of(field, entered)).expect(400).json();
        assertThat(answer.path("message").asText()).contains(sentence);
        assertThat(clients(client)).isEmpty();
        assertThat(instances()).isEqualTo(instances);
    }

    @Test
    void aTextThatNoFieldCanHoldIsRefusedWithItsLength() {
        assertThat(submit(Map.of("consentProof", "x".repeat(4_001)))
                        .expect(400)
                        .json()
                        .path("message")
                        .asText())
                .contains("Shorten how consent was given: it has 4001 characters");
        assertThat(clients(client)).isEmpty();
    }

    @Test
    void theSameSentenceAnswersAPlainStart() {
        desk.client("Owner of " + number, number);
        var answer = amira.post(START + "start", body(Map.of())).json();
        assertThat(answer.path("message").asText()).contains("belongs to Ana at Owner of " + number);
        assertThat(clients(client)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(%s) %s-%s", "%s.%s.%s", "1-%s-%s-%s", "+1 %s %s %s", "0111%s%s%s"})
    void aNumberMayBeWrittenAsPeopleAreUsedTo(String notation) {
        var typed = notation.formatted(number.substring(2, 5), number.substring(5, 8), number.substring(8));
        var id = start(Map.of("phone", typed));
        assertThat(amira.get("/api/clients/" + id)
                        .json()
                        .at("/contacts/0/addresses/0/address")
                        .asText())
                .isEqualTo(number);
    }

    @Test
    void withoutAProofConsentStaysUnknown() {
        assertThat(consent(start(Map.of("consentProof", "")))).isEqualTo("unknown");
    }

    @Test
    void theSameClientAndContactAgainIsTheSameClient() {
        var first = start(Map.of("contactRole", "", "services", "[\"design\"]"));
        var second = start(Map.of(
                "clientName", " " + client.toUpperCase(), "contactName", "ana", "services", "[\"development\"]"));
        assertThat(second).isEqualTo(first);
        assertThat(clients(client)).hasSize(1);
        var completed = amira.get("/api/clients/" + first).json();
        assertThat(completed.path("contacts")).hasSize(1);
        assertThat(completed.at("/contacts/0/addresses")).hasSize(1);
        assertThat(completed.at("/contacts/0/role").asText()).isEqualTo("Owner");
        assertThat(completed.path("services"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("design", "development");
    }

    @Test
    void aSecondContactOfAClientGetsAWelcomeAtTheirOwnNumber() {
        var id = onboard();
        complete(desk.task(id, REVIEW), Map.of("decision", "skip")).expect(204);
        await().atMost(Desk.BOUND).until(() -> running(id) == 0);
        var other = Desk.newNumber();
        assertThat(start(Map.of("contactName", "Bo", "phone", other))).isEqualTo(id);
        complete(desk.task(id, REVIEW), Map.of("decision", "send")).expect(204);
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(desk.phone(other)).hasSize(1));
        assertThat(desk.phone(other).get(0)).contains("Bo");
        assertThat(desk.phone(number)).isEmpty();
    }

    @Test
    void whoTextsStopBeforeTheWelcomeGetsNone() {
        var id = onboard();
        var task = desk.task(id, REVIEW);
        assertThat(desk.variable(task, "consentWarning").asText()).isEmpty();
        desk.text(number, "STOP");
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(
                        desk.variable(task, "consentWarning").asText())
                .contains("opted out"));
        complete(task, Map.of("decision", "send")).expect(204);
        await().atMost(Desk.BOUND).until(() -> running(id) == 0);
        assertThat(event("message_blocked", id).path("requestId").isNull()).isTrue();

        // Nor does anybody else's word bring consent back, however often the form is sent
        assertThat(start(Map.of("consentProof", "They said so on the phone"))).isEqualTo(id);
        assertThat(consent(id)).isEqualTo("withdrawn");
        assertThat(event("consent_stays_withdrawn", id).at("/details/why").asText())
                .isEqualTo("They said so on the phone");
        assertThat(desk.variable(desk.task(id, REVIEW), "consentWarning").asText())
                .contains("opted out");
        desk.text(number, "START");
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(
                        desk.variable(desk.task(id, REVIEW), "consentWarning").asText())
                .isEmpty());
        assertThat(desk.phone(number)).isEmpty();
    }

    @Test
    void anApprovalForOneClientSendsNothingToAnother() {
        var id = onboard();
        var strangers = Desk.newNumber();
        desk.client("Stranger of " + strangers, strangers);
        complete(desk.task(id, REVIEW), Map.of("decision", "send", "phone", strangers))
                .expect(204);
        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(desk.admin()
                        .get("/engine-rest/job?withException=true&processDefinitionKey=client_onboarding")
                        .json()
                        .toString())
                .contains(strangers + " is no number of " + id));
        assertThat(desk.phone(strangers)).isEmpty();
    }

    private String onboard() {
        return start(Map.of());
    }

    /** The client's id, which the instance is named after. */
    private String start(Map<String, String> changes) {
        var instance = submit(changes).expect(200).json();
        return instance.path("businessKey").asText();
    }

    private Answer submit(Map<String, String> changes) {
        return amira.post(START + "submit-form", body(changes));
    }

    private String body(Map<String, String> changes) {
        var fields = new HashMap<>(Map.of(
                "clientName", client,
                "contactName", "Ana",
                "contactRole", "Owner",
                "phone", number,
                "services", "[\"design\",\"consulting\"]",
                "consentProof", "Signed the contract of 1 March"));
        fields.putAll(changes);
        var variables = new ObjectMapper().createObjectNode();
        fields.forEach((name, value) ->
                variables.putObject(name).put("value", value).put("type", value.startsWith("[") ? "Json" : "String"));
        return Desk.json(Map.of("variables", variables));
    }

    private Answer complete(String task, Map<String, String> fields) {
        var variables = new HashMap<String, Object>();
        fields.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return amira.post("/engine-rest/task/" + task + "/complete", Desk.json(Map.of("variables", variables)));
    }

    private String consent(String id) {
        return amira.get("/api/clients/" + id)
                .expect(200)
                .json()
                .at("/contacts/0/addresses/0/consent")
                .asText();
    }

    private List<JsonNode> clients(String name) {
        return desk.items("/api/clients?q=" + Desk.encode(name.toLowerCase()));
    }

    private JsonNode event(String type, String clientId) {
        var found = desk.items("/api/events?limit=200&type=" + type + "&client=" + clientId);
        assertThat(found).as(type + " of " + clientId).hasSize(1);
        return found.get(0);
    }

    private int instances() {
        return desk.admin()
                .get("/engine-rest/history/process-instance/count?processDefinitionKey=client_onboarding")
                .json()
                .path("count")
                .asInt();
    }

    private int running(String id) {
        return desk.admin()
                .get("/engine-rest/process-instance/count?businessKey=" + id)
                .json()
                .path("count")
                .asInt();
    }
}
