package dev.switchboard.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.xml.ProblemImpl;

/**
 * The part of the first lock that looks at files instead of diagrams. It runs before the engine's own deployers, within
 * the same transaction; a parse error is what the REST API answers with 400 and the sentence.
 */
class DeploymentCheck implements Deployer {

    private static final List<String> FILES =
            List.of(".bpmn", ".bpmn20.xml", ".dmn", ".dmn11.xml", ".form", ".png", ".svg");

    @Override
    public void deploy(DeploymentEntity deployment) {
        for (var resource : List.copyOf(deployment.getResources().values())) {
            var name = resource.getName();
            var problems = problems(resource).stream()
                    .map(problem -> (Problem) new ProblemImpl(name + ": " + problem, null))
                    .toList();
            if (!problems.isEmpty()) {
                var message = new ArrayList<String>();
                problems.forEach(problem -> message.add(problem.getMessage()));
                throw new ParseException(String.join("\n* ", message), name, problems, List.of());
            }
        }
        if (deployment.isNew()) {
            new MissingForms(deployment).add();
        }
    }

    private static List<String> problems(ResourceEntity resource) {
        var name = resource.getName();
        if (FILES.stream().noneMatch(name::endsWith)) {
            return List.of("only diagrams, decision tables, forms and pictures can be deployed ("
                    + String.join(", ", FILES) + ").");
        }
        if (name.endsWith(".dmn") || name.endsWith(".dmn11.xml")) {
            return DecisionTableCheck.problems(resource.getBytes());
        }
        if (name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml")) {
            return SafeXml.elements(resource.getBytes()).isPresent() ? List.of() : List.of(SafeXml.UNREADABLE);
        }
        return name.endsWith(".form") ? FormCheck.problems(resource.getBytes()) : List.of();
    }
}
