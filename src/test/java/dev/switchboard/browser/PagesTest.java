package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.switchboard.Caller;
import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every page, wide and on a telephone, light and dark: no error, no other host, nothing that axe finds fault with. */
@SwitchboardTest
class PagesTest {

    @LocalServerPort
    int port;

    @Test
    void areAccessibleInLight() {
        look(ColorScheme.LIGHT, Browser.WIDE);
    }

    @Test
    void areAccessibleInDark() {
        look(ColorScheme.DARK, Browser.WIDE);
    }

    @Test
    void fitOnATelephone() {
        look(ColorScheme.LIGHT, Browser.PHONE);
    }

    @Test
    void anAddressThatLeadsNowhereSaysSo() {
        try (var browser = new Browser(port)) {
            var page = browser.newPage(Browser.WIDE);
            browser.signIn(page, Caller.ADMIN, Caller.ADMIN_PASSWORD);
            new Dashboard(page).open("/no-such-page");
            assertThat(page.getByText("There is no such page")).isVisible();
        }
    }

    private void look(ColorScheme scheme, int width) {
        var pages = pages();
        var problems = new ArrayList<String>();
        try (var browser = new Browser(port)) {
            var page = browser.newPage(width);
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
            browser.signIn(page, Caller.ADMIN, Caller.ADMIN_PASSWORD);
            var dashboard = new Dashboard(page);
            pages.forEach((name, path) -> {
                dashboard.open(path);
                if (name.startsWith("request-")) {
                    dashboard.tab(name.substring("request-".length()));
                }
                browser.screenshot(
                        page, "dashboard-" + name + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width);
                dashboard.accessible(name, problems);
            });
        }
        assertThat(problems).as("pages, " + scheme + ", " + width + " pixels").isEmpty();
    }

    private Map<String, String> pages() {
        var desk = new Desk(port);
        var number = Desk.newNumber();
        var client = desk.client("Every Page " + number, number);
        desk.text(number, "how do I export the invoices of last month?");
        var request = desk.request(number);
        desk.task(request, "review_answer");
        var pages = new LinkedHashMap<String, String>();
        pages.put("inbox", "/inbox");
        pages.put("request", "/requests/" + request);
        pages.put("request-Process", "/requests/" + request);
        pages.put("request-Documents", "/requests/" + request);
        pages.put("request-Details", "/requests/" + request);
        pages.put("tasks", "/tasks");
        pages.put("phone", "/phone");
        pages.put("clients", "/clients");
        pages.put("client", "/clients/" + client);
        pages.put("onboarding", "/onboarding");
        pages.put("processes", "/processes");
        pages.put("process", "/processes/client_request");
        pages.put("insights", "/insights");
        pages.put("audit", "/audit");
        pages.put("settings", "/settings");
        return pages;
    }
}
