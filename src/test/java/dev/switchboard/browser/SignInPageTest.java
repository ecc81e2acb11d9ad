package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.switchboard.Caller;
import dev.switchboard.SwitchboardTest;
import dev.switchboard.system.Groups;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@SwitchboardTest
class SignInPageTest {

    @LocalServerPort
    int port;

    @Test
    void aWrongPasswordIsSaidAndARightOneLeadsToTheTasks() {
        Caller.ensureUser(port, "bea@example.com", Groups.TRIAGE);
        try (var browser = new Browser(port)) {
            for (var width : new int[] {Browser.WIDE, Browser.PHONE}) {
                var page = browser.newPage(width);
                page.navigate("/");
                assertThat(page).hasURL(Pattern.compile("^http://[^/]+/login$"));
                browser.screenshot(page, "login-" + width);
                browser.signIn(page, "bea@example.com", "wrong");
                assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.STATUS))
                        .containsText("wrong");
                browser.screenshot(page, "login-wrong-" + width);
                browser.signIn(page, "bea@example.com", Caller.PASSWORD);
                assertThat(page).hasURL(Pattern.compile("/inbox$"));
            }
        }
    }
}
