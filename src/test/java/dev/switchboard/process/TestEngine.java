package dev.switchboard.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

/** A real engine with the first lock in it, in memory; what it deploys is deleted again. */
final class TestEngine {

    static final Set<String> DELEGATES = Set.of(
            "classifyRequestDelegate",
            "assessReportDelegate",
            "draftAnswerDelegate",
            "draftPrdDelegate",
            "draftBugReportDelegate",
            "draftQuestionDelegate",
            "draftStatusUpdateDelegate",
            "draftWelcomeMessageDelegate",
            "sendAnswerDelegate",
            "sendQuestionDelegate",
            "sendNudgeDelegate",
            "sendWelcomeMessageDelegate",
            "sendPrdLinkDelegate",
            "sendPrdNudgeDelegate",
            "noteNoAnswerDelegate",
            "sendTextAgainDelegate",
            "tellClientDelegate",
            "tellStatusDelegate",
            "filePrdIssueDelegate",
            "fileBugIssueDelegate",
            "fileIssueDelegate",
            "storePrdDelegate",
            "createClientDelegate",
            "noteNewWordsDelegate",
            "closeWithdrawnRequestDelegate",
            "draftStatusAnswerDelegate",
            "checkResponseDelegate",
            "escalateDelegate",
            "stopWaitingDelegate");
    static final Set<String> EXECUTION_LISTENERS = Set.of(
            "requestClosedListener",
            "handlingDecidedListener",
            "assignmentDecidedListener",
            "clientAnsweredListener",
            "withdrawalReceivedListener",
            "sendAnswerListener",
            "draftAnswerListener");
    static final Set<String> TASK_LISTENERS =
            Set.of("triageCompletedListener", "continuationDecidedListener", "approvalListener", "tellClientListener");

    static final AllowedBeans BEANS = kind -> Map.of(
                    JavaDelegate.class, DELEGATES,
                    ExecutionListener.class, EXECUTION_LISTENERS,
                    TaskListener.class, TASK_LISTENERS)
            .get(kind);

    static final ProcessEngine ENGINE = build();

    private TestEngine() {}

    private static ProcessEngine build() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("first-lock");
        configuration.setJdbcUrl("jdbc:h2:mem:first-lock;DB_CLOSE_DELAY=-1");
        configuration.setCmmnEnabled(false);
        // Refusals are what the tests are about
        configuration.setEnableCmdExceptionLogging(false);
        configuration.setBpmnParseFactory(parser -> new DiagramCheck(parser, BEANS));
        configuration.setCustomPreDeployers(List.of(new DeploymentCheck()));
        return configuration.buildProcessEngine();
    }

    /** Why the engine refuses the diagram; empty when it deploys it. */
    static String refusal(Object diagram) {
        return refusal("p.bpmn", diagram.toString().getBytes(UTF_8));
    }

    static String refusal(String name, byte[] resource) {
        var repository = ENGINE.getRepositoryService();
        try {
            var deployment = repository
                    .createDeployment()
                    .addInputStream(name, new java.io.ByteArrayInputStream(resource))
                    .deploy();
            repository.deleteDeployment(deployment.getId(), true);
            return "";
        } catch (ParseException e) {
            return e.getMessage();
        }
    }
}
