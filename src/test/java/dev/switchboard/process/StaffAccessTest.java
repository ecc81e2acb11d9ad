package dev.switchboard.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Caller;
import dev.switchboard.Caller.Answer;
import dev.switchboard.SwitchboardTest;
import dev.switchboard.system.Groups;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SwitchboardTest
class StaffAccessTest {

    private static final String TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="test">
              <decision id="table_of_%s" name="t" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                  camunda:historyTimeToLive="P1D"/>
            </definitions>""";

    @LocalServerPort
    int port;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    StaffAccess access;

    private Caller triage;
    private Caller product;
    private Caller lead;
    private Caller owner;

    @BeforeEach
    void staff() {
        triage = Caller.staff(port, "tina", Groups.TRIAGE);
        product = Caller.staff(port, "paul", Groups.PRODUCT);
        lead = Caller.staff(port, "lena", Groups.LEADS);
        owner = Caller.staff(port, "otto", Groups.PROCESS_OWNERS);
    }

    @Test
    void onlyOwnersAndAdministratorsDeploy() {
        deploy(triage, "tina").expect(403);
        deploy(lead, "lena").expect(403);
        deploy(owner, "otto").expect(200);
        deploy(Caller.admin(port), "admin").expect(200);
    }

    @Test
    void aTaskIsForItsCandidateGroupAndForLeads() {
        var id = task(Groups.TRIAGE);
        triage.get("/engine-rest/task/" + id).expect(200);
        lead.get("/engine-rest/task/" + id).expect(200);
        product.get("/engine-rest/task/" + id).expect(404);
        product.post("/engine-rest/task/" + id + "/claim", "{\"userId\":\"paul\"}")
                .expect(403);
        triage.post("/engine-rest/task/" + id + "/claim", "{\"userId\":\"tina\"}")
                .expect(204);
        assertThat(history.createUserOperationLogQuery()
                        .taskId(id)
                        .operationType("Claim")
                        .singleResult()
                        .getUserId())
                .isEqualTo("tina");
        lead.post("/engine-rest/task/" + id + "/assignee", "{\"userId\":\"lena\"}")
                .expect(204);
    }

    @Test
    void everyoneHasTheFourListsInOrder() {
        access.afterSingletonsInstantiated();
        var lists = triage.get("/engine-rest/filter").expect(200).json();
        assertThat(lists).extracting(list -> list.path("name").asText()).contains("My tasks");
        assertThat(StreamSupport.stream(lists.spliterator(), false)
                        .sorted((a, b) -> priority(a) - priority(b))
                        .map(list -> list.path("name").asText()))
                .containsExactly("My tasks", "My groups' tasks", "Unassigned", "Overdue");

        var id = task(Groups.TRIAGE);
        assertThat(ids(triage, "My groups' tasks")).contains(id);
        assertThat(ids(product, "My groups' tasks")).doesNotContain(id);
        assertThat(ids(triage, "My tasks")).doesNotContain(id);
        triage.post("/engine-rest/task/" + id + "/claim", "{\"userId\":\"tina\"}");
        assertThat(ids(triage, "My tasks")).contains(id);
        assertThat(ids(lead, "Unassigned")).doesNotContain(id);
        assertThat(ids(lead, "Overdue")).doesNotContain(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"orQueries\":[{\"assigneeExpression\":\"%s\"}]}",
                "{\"orQueries\":[{\"taskName\":\"x\"},{\"dueBeforeExpression\":\"%s\"}]}",
                "{\"candidateGroupsExpression\":\"%s\"}",
            })
    void anExpressionOfAStrangerIsRefusedAndNotRun(String query) {
        var property = "switchboard.test.intruder";
        var code = "${''.getClass().forName('java.lang.System').getMethod('setProperty', ''.getClass(), ''.getClass())"
                + ".invoke(null, '" + property + "', 'was here')}";
        var body = query.formatted(code);
        var filters = "{\"name\":\"trap\",\"resourceType\":\"Task\",\"query\":" + body + "}";
        var admin = Caller.admin(port);
        var myTasks = filter(admin, "My tasks");

        for (var caller : new Caller[] {triage, admin}) {
            caller.post("/engine-rest/task", body).expect(400);
            caller.post("/engine-rest/task/count", body).expect(400);
            caller.post("/engine-rest/filter/" + myTasks + "/list", body).expect(400);
        }
        triage.post("/engine-rest/filter/create", filters).expect(403);
        admin.post("/engine-rest/filter/create", filters).expect(400);
        admin.send("PUT", "/engine-rest/filter/" + myTasks, "application/json", filters)
                .expect(400);

        var browser = Caller.session(port, "tina", Caller.PASSWORD);
        browser.get("/camunda/app/tasklist/default/").expect(200);
        browser.with("X-XSRF-TOKEN", browser.cookie("ENGINE-XSRF-TOKEN"))
                .post("/camunda/api/engine/engine/default/task", body)
                .expect(400);
        assertThat(System.getProperty(property)).isNull();
    }

    private Answer deploy(Caller caller, String name) {
        var boundary = "----part";
        var body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\n" + name
                + "\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"table\"; filename=\"" + name
                + ".dmn\"\r\nContent-Type: application/octet-stream\r\n\r\n" + TABLE.formatted(name) + "\r\n--"
                + boundary + "--\r\n";
        return caller.send(
                "POST",
                "/engine-rest/deployment/create",
                "multipart/form-data; boundary=" + boundary,
                new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    private String task(String group) {
        var task = tasks.newTask();
        task.setName("Something to do");
        tasks.saveTask(task);
        tasks.addCandidateGroup(task.getId(), group);
        return task.getId();
    }

    private String filter(Caller caller, String name) {
        return caller.get("/engine-rest/filter?name=" + name.replace(" ", "%20").replace("'", "%27"))
                .expect(200)
                .json()
                .path(0)
                .path("id")
                .asText();
    }

    private java.util.List<String> ids(Caller caller, String filterName) {
        var found = caller.get("/engine-rest/filter/" + filter(caller, filterName) + "/list")
                .expect(200)
                .json();
        return StreamSupport.stream(found.spliterator(), false)
                .map(task -> task.path("id").asText())
                .toList();
    }

    private static int priority(JsonNode filter) {
        return filter.path("properties").path("priority").asInt();
    }
}
