package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.switchboard.Caller;
import dev.switchboard.SwitchboardTest;
import dev.switchboard.system.Groups;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SwitchboardTest
class TasklistTest {

    private static final String[] LISTS = {"My tasks", "My groups' tasks", "Unassigned", "Overdue"};

    @LocalServerPort
    int port;

    @Autowired
    TaskService tasks;

    @Test
    void staffFindTheirTasksInFourListsAndClaimOne() {
        Caller.ensureUser(port, "tara", Groups.TRIAGE);
        var task = tasks.newTask();
        task.setName("Triage request");
        tasks.saveTask(task);
        tasks.addCandidateGroup(task.getId(), Groups.TRIAGE);
        tasks.setVariables(
                task.getId(), Map.of("requestId", "R-1042", "client", "Acme", "requestType", "bug", "urgency", "high"));
        try (var browser = new Browser(port)) {
            for (var width : new int[] {Browser.WIDE, Browser.PHONE}) {
                var page = tasklist(browser, width, "tara");
                for (var list : LISTS) {
                    assertThat(page.locator(".task-filters")).containsText(list);
                }
                assertThat(page.locator(".ce-eol-banner")).isHidden();
                page.locator(".task-filters")
                        .getByText("My groups' tasks")
                        .first()
                        .click();
                assertThat(page.locator("ol.tasks-list")).containsText("R-1042");
                browser.screenshot(page, "tasklist-" + width);
                page.locator("ol.tasks-list")
                        .getByText("Triage request")
                        .first()
                        .click();
                assertThat(page.locator(".task-header, .task-card").first()).containsText("Triage request");
                if (width == Browser.WIDE) {
                    page.getByText("Claim", new Page.GetByTextOptions().setExact(true))
                            .click();
                    assertThat(page.locator(".task-card")).containsText("Test tara");
                    browser.screenshot(page, "tasklist-task-" + width);
                    page.locator(".task-card a.reset-assignee, .task-card .glyphicon-remove")
                            .first()
                            .click();
                }
            }
        }
    }

    @Test
    void signingOutLeadsToTheOneSignInPageAndBack() {
        Caller.ensureUser(port, "tom", Groups.TRIAGE);
        try (var browser = new Browser(port).expecting("401")) {
            var page = tasklist(browser, Browser.WIDE, "tom");
            page.locator(".account .dropdown-toggle").click();
            page.locator(".account .logout a").click();
            assertThat(page).hasURL(Pattern.compile("^http://[^/]+/login$"));
            page.getByLabel("User name").fill("tom");
            page.getByLabel("Password").fill(Caller.PASSWORD);
            page.getByText("Sign in", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page).hasURL(Pattern.compile("/camunda/app/tasklist/"));
        }
    }

    @Test
    void administratorsUseTheOtherApplicationsWithTheSameSession() {
        try (var browser = new Browser(port)) {
            var page = browser.newPage(Browser.WIDE);
            browser.signInToTasklist(page, Caller.ADMIN, Caller.ADMIN_PASSWORD);
            assertThat(page).hasURL(Pattern.compile("/camunda/app/tasklist/default/"));
            page.navigate("/camunda/app/admin/default/#/groups");
            assertThat(page.locator(".page-wrap, body").first()).containsText(Groups.PROCESS_OWNERS);
            browser.screenshot(page, "admin-groups");
            page.navigate("/camunda/app/cockpit/default/#/processes");
            assertThat(page.locator("body")).containsText("Client request");
            browser.screenshot(page, "cockpit-processes");
        }
    }

    private static Page tasklist(Browser browser, int width, String user) {
        var page = browser.newPage(width);
        browser.signInToTasklist(page, user, Caller.PASSWORD);
        assertThat(page).hasURL(Pattern.compile("/camunda/app/tasklist/default/"));
        return page;
    }
}
