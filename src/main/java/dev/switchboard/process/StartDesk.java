package dev.switchboard.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.process.ProcessesController.StartForm;
import dev.switchboard.process.ProcessesController.Started;
import dev.switchboard.system.Json;
import dev.switchboard.system.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** Starts by hand what a person may start, with the same start form as Tasklist. */
@Component
class StartDesk {

    private final FormService forms;
    private final RepositoryService repository;
    private final HistoryService history;

    StartDesk(FormService forms, RepositoryService repository, HistoryService history) {
        this.forms = forms;
        this.repository = repository;
        this.history = history;
    }

    StartForm form(String key) {
        return new StartForm(schema(definition(key)));
    }

    Started start(String key, Map<String, JsonNode> fields) {
        var definition = definition(key);
        var started = forms.submitStartForm(
                definition, FormFields.of(schema(definition)).read(fields));
        // The process may have given itself its business key, and may be over already
        var instance = history.createHistoricProcessInstanceQuery()
                .processInstanceId(started.getId())
                .singleResult();
        return new Started(instance.getBusinessKey());
    }

    private JsonNode schema(String definition) {
        try (var form = forms.getDeployedStartForm(definition)) {
            return Json.read(new String(form.readAllBytes(), StandardCharsets.UTF_8), JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the start form of " + definition + " cannot be read", e);
        }
    }

    private String definition(String key) {
        var found = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
        if (found == null || !found.hasStartFormKey() && !ClientOnboarding.KEY.equals(key)) {
            throw Problem.notFound("There is no process " + key + " that is started by hand.");
        }
        return found.getId();
    }
}
