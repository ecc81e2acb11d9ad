package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.switchboard.Caller;
import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import dev.switchboard.system.Groups;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The main job, from a client's text to the answer on the client's phone. */
@SwitchboardTest
class MainJobTest {

    @LocalServerPort
    int port;

    @Test
    void isDoneInTheDashboardAlone() {
        var desk = new Desk(port);
        var number = Desk.newNumber();
        desk.client("Main Job Bakery", number);
        Caller.ensureUser(port, "doris", Groups.ACCOUNT);
        var question = "Hello, what are your opening hours in the week of " + number + "?";
        try (var browser = new Browser(port)) {
            var page = browser.newPage(Browser.WIDE);
            browser.signIn(page, "doris", Caller.PASSWORD);
            var dashboard = new Dashboard(page);
            assertThat(page).hasURL(java.util.regex.Pattern.compile("/inbox$"));

            dashboard.textsAs(number, question).request("Hello, what are your opening hours");
            dashboard
                    .task("Review answer")
                    .fill("Answer", "We are open from nine to five.")
                    .decide("Approve: send this answer");
            assertThat(page.getByText("We are open from nine to five.")).isVisible();
            assertThat(page.getByText("approved by doris").first()).isVisible();
            assertThat(page.getByText("Delivered").first()).isVisible();
            browser.screenshot(page, "dashboard-main-job");

            dashboard.open("/phone").choosePhone(number);
            assertThat(dashboard.bubbles().first()).containsText("We are open from nine to five.");
        }
    }

    @Test
    void isDoneHalfInTasklistAndHalfInTheDashboard() {
        var desk = new Desk(port);
        var number = Desk.newNumber();
        Caller.ensureUser(port, "dora", Groups.ACCOUNT, Groups.TRIAGE);
        // A stranger: a person says first what it is, here the way Tasklist completes a task
        desk.text(number, "Could you tell me what a small shop costs?");
        var request = desk.request(number);
        desk.complete(
                        desk.task(request, "triage_request"),
                        Map.of("decision", "proceed", "requestType", "question", "urgency", "normal"))
                .expect(204);
        try (var browser = new Browser(port)) {
            var page = browser.newPage(Browser.WIDE);
            browser.signIn(page, "dora", Caller.PASSWORD);
            new Dashboard(page)
                    .open("/requests/" + request)
                    .task("Write answer")
                    .fill("Answer", "From 2,000 dollars.")
                    .decide("Send this answer");
            assertThat(page.getByText("From 2,000 dollars.")).isVisible();
        }
        desk.awaitStatus(request, "closed");
        org.assertj.core.api.Assertions.assertThat(desk.phone(number)).containsExactly("From 2,000 dollars.");
    }
}
