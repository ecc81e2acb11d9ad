package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.switchboard.Caller;
import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import dev.switchboard.system.Groups;
import dev.switchboard.system.Json;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** In Tasklist a canned reply goes into the text to the client, and only what stands there is sent. */
@SwitchboardTest
class CannedReplyFormTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(ints = {Browser.WIDE, Browser.PHONE})
    void aReplyIsPickedPutIntoTheTextAndChanged(int width) {
        Caller.ensureUser(port, "abby", Groups.ACCOUNT);
        var desk = new Desk(port);
        var number = Desk.newNumber();
        var client = "Cafe of " + number;
        desk.client(client, number);
        desk.admin()
                .post(
                        "/api/canned-replies",
                        Json.write(Map.of(
                                "name", "On it " + number, "body", "We *look* into\n<b>\"{title}\"</b>, {contact}.")))
                .expect(201);
        var request = toWrite(desk, number, client);
        desk.admin()
                .post("/api/requests/" + request + "/notes", "{\"body\":\"<i>They</i> called **too**\"}")
                .expect(201);
        var words = "We *look* into\n<b>\"Where are my invoices?\"</b>, Ana.";
        try (var browser = new Browser(port)) {
            var page = browser.newPage(width);
            browser.signInToTasklist(page, "abby", Caller.PASSWORD);
            page.locator(".task-filters").getByText("My groups' tasks").first().click();
            page.locator("ol.tasks-list li")
                    .filter(new Locator.FilterOptions().setHasText(request))
                    .getByText("Write answer")
                    .click();
            page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
            var text = page.locator("textarea[id$='-clientMessage']");
            assertThat(text).isEnabled();
            assertThat(page.getByLabel("Notes of colleagues"))
                    .hasValue(Pattern.compile("admin · .*\n<i>They</i> called \\*\\*too\\*\\*"));
            text.fill("");
            choose(page, 0, "On it " + number);
            assertThat(page.locator("pre.canned-reply")).hasText(words);
            assertThat(page.locator("pre.canned-reply").textContent()).isEqualTo(words);
            assertThat(text).hasValue("");
            page.getByText("Use as the text").click();
            assertThat(text).hasValue(words);
            page.getByText("Add to the text").click();
            assertThat(text).hasValue(words + "\n" + words);
            browser.screenshot(page, "canned-reply-" + width);
            text.fill(words + " Bye!");
            assertThat(text).hasValue(words + " Bye!");
            text.blur();
            choose(page, 1, "Send");
            page.locator("button").getByText("Complete").click();
            assertThat(page.getByText("Write answer")).hasCount(0);
        }
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(desk.phone(number)).containsExactly(words + " Bye!"));
    }

    private static String toWrite(Desk desk, String number, String client) {
        desk.text(number, "Where are my invoices?");
        var request = desk.request(number);
        var path = "/engine-rest/task?processInstanceBusinessKey=" + request;
        await().atMost(Desk.BOUND)
                .untilAsserted(() -> assertThat(desk.admin().get(path).json()).isNotEmpty());
        if (desk.admin()
                .get(path)
                .json()
                .get(0)
                .path("taskDefinitionKey")
                .asText()
                .equals("triage_request")) {
            desk.complete(
                            desk.task(request, "triage_request"),
                            Map.of("decision", "proceed", "requestType", "question"))
                    .expect(204);
        } else {
            desk.complete(desk.task(request, "review_answer"), Map.of("decision", "decline"))
                    .expect(204);
        }
        desk.task(request, "write_answer");
        return request;
    }

    private static void choose(Page page, int nth, String option) {
        var select = page.locator(".fjs-form-field-select").nth(nth);
        select.locator(".fjs-input-group").click();
        page.locator(".fjs-dropdownlist").getByText(option).click();
        assertThat(select.locator(".fjs-select-display")).containsText(option);
    }
}
