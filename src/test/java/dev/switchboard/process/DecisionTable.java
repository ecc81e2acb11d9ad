package dev.switchboard.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;

/** One of our decision tables, evaluated by the engine; it tells which of its rows decided. */
record DecisionTable(String key) {

    private static final ThreadLocal<List<DmnEvaluatedDecisionRule>> MATCHED = new ThreadLocal<>();

    /** A row's id and what it says. */
    record Row(String id, Map<String, Object> says) {

        String says(String output) {
            return (String) says.get(output);
        }
    }

    /** The configuration under which the rows that match are seen. */
    static DefaultDmnEngineConfiguration watched() {
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(
                List.of(evaluation -> MATCHED.set(evaluation.getMatchingRules())));
        return configuration;
    }

    /** Exactly one row decides, whatever is asked. */
    Row decide(Map<String, Object> inputs) {
        var result = PathEngine.ENGINE
                .getDecisionService()
                .evaluateDecisionTableByKey(key, inputs)
                .getSingleResult();
        var matched = MATCHED.get();
        if (matched.size() != 1) {
            throw new AssertionError(key + " has " + matched.size() + " answers to " + inputs);
        }
        return new Row(matched.get(0).getId(), result.getEntryMap());
    }

    /** The ids of its rows, as they are drawn. */
    List<String> rows() {
        return model().getModelElementsByType(Rule.class).stream()
                .map(Rule::getId)
                .toList();
    }

    /** Every text that some row gives as this output. */
    List<String> answers(String output) {
        var names = model().getModelElementsByType(Output.class).stream()
                .map(Output::getName)
                .toList();
        return model().getModelElementsByType(Rule.class).stream()
                .map(rule -> List.copyOf(rule.getOutputEntries()).get(names.indexOf(output)))
                .map(entry -> entry.getText().getTextContent().replace("\"", ""))
                .distinct()
                .toList();
    }

    private DmnModelInstance model() {
        var repository = PathEngine.ENGINE.getRepositoryService();
        var definition = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .singleResult();
        return repository.getDmnModelInstance(definition.getId());
    }
}
