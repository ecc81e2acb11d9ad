package dev.switchboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A real browser in front of the running program. Closing it fails the test if a page logged an error, threw, or asked
 * any other host for anything. The executable is {@code CHROMIUM}, or /usr/bin/chromium.
 */
public final class Browser implements AutoCloseable {

    public static final int WIDE = 1400;
    public static final int PHONE = 390;

    private static final Path EXECUTABLE = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final int port;
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> problems = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    public Browser(int port) {
        if (!Files.isExecutable(EXECUTABLE)) {
            throw new AssertionError("The browser tests need Chromium: apt-get install chromium (or set CHROMIUM)");
        }
        // A page may take its time where other programs use the processor
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        this.port = port;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(EXECUTABLE)
                        .setHeadless(true)
                        .setArgs(FLAGS));
    }

    /** A page with no cookies, of the given width in CSS pixels. */
    public Page newPage(int width) {
        var context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL("http://127.0.0.1:" + port)
                .setViewportSize(width, width < 600 ? 844 : 900));
        watch(context);
        return context.newPage();
    }

    /** Signs in at /login and ends up where the program sends the user. */
    public Page signIn(Page page, String user, String password) {
        page.navigate("/login");
        page.getByLabel("User name").fill(user);
        page.getByLabel("Password").fill(password);
        page.getByText("Sign in", new Page.GetByTextOptions().setExact(true)).click();
        return page;
    }

    /** Signs in and goes on to Tasklist. */
    public Page signInToTasklist(Page page, String user, String password) {
        signIn(page, user, password);
        page.waitForURL(Pattern.compile("/inbox$"));
        page.navigate("/camunda/app/tasklist/");
        return page;
    }

    /** target/screenshots/{name}.png, for people to look at. */
    public void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** A problem that contains this text does not fail the test. */
    public Browser expecting(String text) {
        expected.add(text);
        return this;
    }

    private void watch(BrowserContext context) {
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                problems.add("console: " + message.text() + " " + message.location());
            }
        });
        context.onWebError(error -> problems.add("script: " + error.error()));
        context.onRequest(request -> {
            var address = URI.create(request.url().split("[?#]", 2)[0]);
            var own = "127.0.0.1".equals(address.getHost()) && address.getPort() == port;
            if (address.getHost() != null && !own) {
                problems.add("request to another host: " + request.url());
            }
        });
    }

    @Override
    public void close() {
        playwright.close();
        assertThat(problems)
                .filteredOn(problem -> expected.stream().noneMatch(problem::contains))
                .isEmpty();
    }
}
