package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import dev.switchboard.Caller;
import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import dev.switchboard.system.Hashes;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A long document through Tasklist's own form: what a person approved there is stored byte for byte. */
@SwitchboardTest
class LongPrdTest {

    private static final int LENGTH = 20_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    int port;

    @Test
    void anApprovedPrdOfTwentyThousandCharactersWithEmojiIsStoredByteForByte() {
        Caller.ensureUser(port, "petra", "product");
        var admin = Caller.admin(port);
        admin.post("/api/clients", """
                {"name":"Guesthouse","contacts":[{"name":"Owner","addresses":[{"address":"+15550140001"}]}]}""").expect(201);
        admin.post("/api/simulator/messages", """
                {"from":"+15550140001","body":"please add a dark mode to our booking app, guests would love it"}""").expect(201);
        var id = requestInReview(admin);
        var prd = longPrd();

        try (var browser = new Browser(port)) {
            var page = browser.newPage(Browser.WIDE);
            browser.signInToTasklist(page, "petra", Caller.PASSWORD);
            // Other stories may have left reviews in the list: this one is opened by its id
            assertThat(page).hasURL(Pattern.compile("/camunda/app/tasklist/default/"));
            page.navigate("/camunda/app/tasklist/default/#/?task=" + new Desk(port).task(id, "review_prd"));
            page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
            var text = page.getByLabel("PRD (Markdown)");
            assertThat(text).isEnabled();
            text.fill(prd);
            assertThat(text).hasValue(prd);
            page.getByLabel("Text to the client").fill("We will add a dark mode. 😀");
            choose(page, "Approve: file it, tell the client");
            browser.screenshot(page, "review-prd-" + Browser.WIDE);
            page.waitForResponse(
                    response -> response.url().contains("/submit-form"),
                    () -> page.locator("button").getByText("Complete").click());
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        admin.get("/api/requests/" + id).json().path("status").asText())
                .isEqualTo("waiting_for_delivery"));
        var document =
                admin.get("/api/documents?request=" + id).json().path("items").get(0);
        var approved = document.path("versions").get(1);
        assertThat(approved.path("author").path("kind").asText()).isEqualTo("staff");
        assertThat(approved.path("author").path("name").asText()).isEqualTo("petra");
        assertThat(approved.path("sha256").asText()).isEqualTo(Hashes.sha256(prd));
        var content = admin.get("/api/documents/" + document.path("id").asText() + "/versions/2/content");
        assertThat(content.body()).isEqualTo(prd);
        var sent = admin.get("/api/simulator/messages?to=%2B15550140001").json().path("items");
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).path("body").asText()).isEqualTo("We will add a dark mode. 😀");
    }

    /** form-js writes what was typed into its data after a pause; a choice is kept once the form shows it. */
    private static void choose(Page page, String option) {
        // The decision comes last; canned replies may be offered before it
        var decision = page.locator(".fjs-form-field-select").last();
        decision.locator(".fjs-input-group").click();
        page.locator(".fjs-dropdownlist").getByText(option).click();
        assertThat(decision.locator(".fjs-select-display")).containsText(option);
    }

    private static String longPrd() {
        var line = "- The booking page shows 🌙 dark colours; “quoted”, Ünïcödé, <b>not markup</b> & more.\n";
        var prd = new StringBuilder("# Dark mode 🌙\n\n");
        while (prd.length() < LENGTH) {
            prd.append(line);
        }
        return prd.toString().strip();
    }

    private String requestInReview(Caller admin) {
        var found = new String[1];
        await().atMost(PATIENCE).until(() -> {
            for (var request :
                    admin.get("/api/requests?q=dark+mode+to+our+booking").json().path("items")) {
                for (var step : request.path("currentSteps")) {
                    if ("review_prd".equals(step.path("id").asText())) {
                        found[0] = request.path("id").asText();
                    }
                }
            }
            return found[0] != null;
        });
        return found[0];
    }
}
