package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.switchboard.Caller;
import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import dev.switchboard.system.Groups;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A client is onboarded and welcomed in Tasklist alone, at a desk and on a phone. */
@SwitchboardTest
class OnboardingFormTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(ints = {Browser.WIDE, Browser.PHONE})
    void aClientIsEnteredAndWelcomed(int width) {
        Caller.ensureUser(port, "abby", Groups.ACCOUNT);
        var desk = new Desk(port);
        var taken = Desk.newNumber();
        var number = Desk.newNumber();
        var client = "Bakery of " + number;
        desk.client("Owner of " + taken, taken);
        // The refused number is answered with 400, which a browser logs
        try (var browser = new Browser(port).expecting("400")) {
            var page = browser.newPage(width);
            browser.signInToTasklist(page, "abby", Caller.PASSWORD);
            var dialog = startDialog(page);
            browser.screenshot(page, "onboarding-empty-" + width);
            fill(dialog, "Client*", client);
            fill(dialog, "Contact*", "Ana");
            fill(dialog, "Role", "Owner");
            fill(dialog, "Mobile number*", taken);
            dialog.getByLabel("Design").check();
            dialog.getByLabel("Product strategy").check();
            fill(dialog, "How consent was given", "Ticked “text me” on the contract");
            var start = dialog.locator(".modal-footer").getByText("Start", exact());
            start.click();
            var refusal = dialog.getByText(taken + " belongs to Ana at Owner of " + taken);
            refusal.waitFor();
            assertThat(refusal).isInViewport();
            browser.screenshot(page, "onboarding-taken-" + width);

            fill(dialog, "Mobile number*", national(number));
            browser.screenshot(page, "onboarding-filled-" + width);
            start.click();
            dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));

            page.locator(".task-filters").getByText("My groups' tasks").first().click();
            var task = page.locator("ol.tasks-list li").filter(new Locator.FilterOptions().setHasText(client));
            task.getByText("Review welcome message").click();
            page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
            var text = page.getByLabel("Welcome", new Page.GetByLabelOptions().setExact(true));
            assertThat(text).isEnabled();
            assertThat(page.getByLabel("Number")).hasValue(number);
            assertThat(page.getByLabel("How consent was given")).hasValue("Ticked “text me” on the contract");
            text.fill("Welcome, Ana! Reply STOP to get no more texts.");
            assertThat(text).hasValue("Welcome, Ana! Reply STOP to get no more texts.");
            choose(page, "Send this welcome");
            browser.screenshot(page, "review-welcome-" + width);
            page.locator("button").getByText("Complete").click();
            assertThat(task).hasCount(0);
        }

        await().atMost(Desk.BOUND).untilAsserted(() -> assertThat(desk.phone(number))
                .containsExactly("Welcome, Ana! Reply STOP to get no more texts."));
        var created = desk.items("/api/clients?q=" + Desk.encode(client)).get(0);
        assertThat(created.path("services"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("design", "product_strategy");
        assertThat(created.at("/contacts/0/role").asText()).isEqualTo("Owner");
        assertThat(created.at("/contacts/0/addresses/0/consent").asText()).isEqualTo("granted");
    }

    private static Locator startDialog(Page page) {
        var start = page.locator(".start-process-action a");
        page.locator(".task-filters").getByText("My groups' tasks").first().waitFor();
        if (!start.isVisible()) {
            page.locator(".navbar-toggle").first().click();
        }
        start.click();
        var dialog = page.locator(".modal-content");
        dialog.getByText("Client onboarding").click();
        dialog.getByLabel("Client*").waitFor();
        return dialog;
    }

    /** form-js writes what was typed into its data after a pause; leaving the field ends it. */
    private static void fill(Locator dialog, String label, String value) {
        var field = dialog.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
        field.fill(value);
        field.blur();
        assertThat(field).hasValue(value);
    }

    private static void choose(Page page, String option) {
        // The decision comes last; canned replies may be offered before it
        var decision = page.locator(".fjs-form-field-select").last();
        decision.locator(".fjs-input-group").click();
        page.locator(".fjs-dropdownlist").getByText(option).click();
        assertThat(decision.locator(".fjs-select-display")).containsText(option);
    }

    private static String national(String number) {
        return "(" + number.substring(2, 5) + ") " + number.substring(5, 8) + "-" + number.substring(8);
    }

    private static Locator.GetByTextOptions exact() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
