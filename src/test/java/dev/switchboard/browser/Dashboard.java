package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The dashboard as a person uses it, so that a test reads as a sentence of steps. */
final class Dashboard {

    /** A page is ready when nothing says that it is loading; the machine may be busy. */
    private static final double PATIENCE_MS = 60_000;

    private static final Path AXE = Path.of("src", "main", "frontend", "node_modules", "axe-core", "axe.min.js");

    /** WCAG 2.2 AA and what lies below it. */
    private static final String CHECK = """
            async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}))
                .violations.map(v => v.id + ': ' + v.help + ' ' + v.nodes.map(n => n.target + ' ' + n.failureSummary).join(' | '))""";

    private static final String WIDTH = """
            () => document.documentElement.scrollWidth <= window.innerWidth ? []
                : [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > window.innerWidth + 1)
                    .slice(0, 4).map(e => 'wider than the window: ' + e.tagName + ' ' + e.className)""";

    private final Page page;

    Dashboard(Page page) {
        this.page = page;
        page.setDefaultTimeout(PATIENCE_MS);
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    Page page() {
        return page;
    }

    Dashboard open(String path) {
        page.navigate(path);
        return settled();
    }

    Dashboard settled() {
        page.waitForFunction("() => document.querySelector('main')"
                + " && !document.querySelector('[role=status][aria-label^=Loading]')");
        return this;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Dashboard tab(String name) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name)).click();
        return settled();
    }

    /** Texts from the simulated phone of this number. */
    Dashboard textsAs(String number, String words) {
        open("/phone");
        choosePhone(number);
        page.getByLabel("Text message").fill(words);
        button("Send").click();
        assertThat(bubbles()).containsText(new String[] {words});
        return this;
    }

    void choosePhone(String number) {
        var owner = page.getByLabel("Whose phone").first();
        owner.fill(number);
        page.getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText(number))
                .click();
    }

    /** What the open phone shows, newest first. */
    Locator bubbles() {
        return page.getByLabel("Simulated phone").locator("li");
    }

    /** Goes from a list to the request whose title begins with these words. */
    Dashboard request(String words) {
        page.getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText(words);
        return settled();
    }

    /** Waits for a task of this name with its form. */
    Dashboard task(String name) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name)))
                .isVisible();
        assertThat(page.locator(".task-form .fjs-form-field").first()).isVisible();
        return settled();
    }

    Dashboard fill(String label, String words) {
        page.locator(".task-form")
                .getByRole(
                        AriaRole.TEXTBOX,
                        new Locator.GetByRoleOptions().setName(label).setExact(true))
                .fill(words);
        return this;
    }

    /** Each outcome of a form is a button here. */
    Dashboard decide(String outcome) {
        button(outcome).click();
        assertThat(page.getByText("The process goes on.").first()).isVisible();
        return this;
    }

    /** Adds what axe finds fault with, and what would have to be scrolled sideways. */
    void accessible(String where, List<String> problems) {
        settled();
        page.evaluate(axe());
        for (var check : List.of(CHECK, WIDTH)) {
            for (var problem : (List<?>) page.evaluate(check)) {
                problems.add(where + ": " + problem);
            }
        }
    }

    private static String axe() {
        try {
            return Files.readString(AXE);
        } catch (IOException e) {
            throw new UncheckedIOException("axe-core is installed with the dashboard: npm ci in src/main/frontend", e);
        }
    }
}
