package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a client sees on a phone behind the link in a text. */
@SwitchboardTest
class SharedPageInBrowserTest {

    private static final String HOSTILE = """
            # Night menu

            <script>document.title = 'taken over'</script><img src="x" onerror="document.title = 'taken over'">

            > we need it *before* winter

            [details](javascript:document.title='taken_over') and ![a dish](https://elsewhere.example/dish.png)

            dish | what is in it | what it costs | when
            --- | --- | --- | ---
            soup | averyveryveryveryverylongwordthatfitsnowhere | 7 | now

            ```
            a line of code that is much wider than any phone is and has to be scrolled by itself, not with the page
            ```
            """;

    @LocalServerPort
    int port;

    @Test
    void itIsReadableOnAPhoneAndRunsNothing() {
        var desk = new Desk(port);
        var number = Desk.newNumber();
        desk.client("Night Bistro", number);
        desk.text(number, "Could you please add a night menu to our website?");
        var request = desk.request(number);
        desk.complete(
                        desk.task(request, "review_prd"),
                        Map.of("decision", "share", "prd", Desk.json(Map.of("markdown", HOSTILE))))
                .expect(204);
        await().atMost(Desk.BOUND).until(() -> desk.phone(number).size() == 1);
        var path = desk.phone(number).get(0).replaceFirst("(?s).*http://localhost(/shared/[\\w-]+).*", "$1");

        try (var browser = new Browser(port)) {
            var page = browser.newPage(Browser.PHONE);
            page.navigate(path);
            assertThat(page.locator("h1")).hasText("Night menu");
            assertThat(page).hasTitle("Could you please add a night menu to our website?");
            assertThat(page.locator("script, img, iframe, form, button")).hasCount(0);
            assertThat(page.locator("article")).containsText("<script>document.title = 'taken over'</script>");
            assertThat(page.getByText("details")).not().hasAttribute("href", "javascript:document.title='taken_over'");
            page.getByText("details").click();
            assertThat(page).hasTitle("Could you please add a night menu to our website?");
            fitsItsWidth(page);
            // The style sheet came: the document lies on paper of its own
            assertThat(page.locator("article")).hasCSS("background-color", "rgb(255, 255, 255)");
            browser.screenshot(page, "shared-" + Browser.PHONE);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertThat(page.locator("article")).hasCSS("background-color", "rgb(27, 36, 46)");
            browser.screenshot(page, "shared-dark-" + Browser.PHONE);

            browser.expecting("404");
            page.navigate(path + "x");
            assertThat(page.locator("h1")).hasText("There is nothing to read here");
            fitsItsWidth(page);
            browser.screenshot(page, "shared-gone-" + Browser.PHONE);
        }
    }

    private static void fitsItsWidth(Page page) {
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
    }
}
