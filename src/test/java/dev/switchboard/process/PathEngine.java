package dev.switchboard.process;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.slf4j.LoggerFactory;

/**
 * Our own diagrams, tables and forms in a real engine in memory, with the program's parse listeners. No job runs by
 * itself, and whatever bean a diagram names is a stub that sets variables.
 */
final class PathEngine {

    private static final Path PROCESSES = Path.of("processes");
    private static final Path FORMS = Path.of("forms");
    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+(?:Delegate|Listener))}");

    /** What a stub does instead of doing nothing, by bean name; for the test that runs now. */
    static final Map<String, JavaDelegate> STUBS = new HashMap<>();

    /** {@code process:flow} of every sequence flow that the running class took. */
    static final Set<String> TAKEN = new HashSet<>();

    static final ProcessEngine ENGINE = build();

    private PathEngine() {}

    static void resetStubs() {
        STUBS.clear();
        STUBS.put("handlingDecidedListener", PathEngine::takeRoutingApart);
        STUBS.put("assignmentDecidedListener", execution -> execution.removeVariable("assignment"));
    }

    private static ProcessEngine build() {
        quiet((Logger) LoggerFactory.getLogger("org.camunda"));
        var beans = new HashMap<Object, Object>();
        ListenersOnEveryTask.NAMES.forEach(name -> beans.put(name, new Stub(name)));
        files(PROCESSES)
                .map(PathEngine::read)
                .flatMap(text -> BEAN.matcher(text).results())
                .forEach(bean -> beans.put(bean.group(1), new Stub(bean.group(1))));
        var drawn = new HashSet<String>();
        beans.keySet().forEach(name -> drawn.add((String) name));
        drawn.removeAll(ListenersOnEveryTask.NAMES);

        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("paths");
        configuration.setJdbcUrl("jdbc:h2:mem:paths;DB_CLOSE_DELAY=-1");
        configuration.setHistory("full");
        configuration.setCmmnEnabled(false);
        configuration.setBeans(beans);
        configuration.setDmnEngineConfiguration(DecisionTable.watched());
        configuration.setBpmnParseFactory(parser -> new DiagramCheck(parser, kind -> drawn));
        configuration.setCustomPreBPMNParseListeners(
                new ArrayList<>(List.of(new ListenersOnEveryTask(), new TakenFlows())));
        var engine = configuration.buildProcessEngine();
        deploy(engine);
        return engine;
    }

    /** Leaves a level alone that other tests chose. */
    private static void quiet(Logger log) {
        if (log.getLevel() == null) {
            log.setLevel(Level.WARN);
        }
    }

    private static void deploy(ProcessEngine engine) {
        var deployment = engine.getRepositoryService().createDeployment();
        Stream.concat(files(PROCESSES), files(FORMS))
                .forEach(file -> deployment.addString(file.getFileName().toString(), read(file)));
        deployment.deploy();
    }

    /** As the real listener does: the row that routing.dmn chose becomes variables. */
    private static void takeRoutingApart(DelegateExecution execution) {
        var row = (Map<?, ?>) execution.getVariable(Routing.KEY);
        Vars.HANDLING.set(execution, (String) row.get(Vars.HANDLING.name()));
        Vars.CANDIDATE_GROUP.set(execution, (String) row.get(Vars.CANDIDATE_GROUP.name()));
        Vars.DUE_AT.set(execution, new Date());
        execution.removeVariable(Routing.KEY);
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stands for a delegate or a listener, whichever the diagram takes it for. */
    private record Stub(String name) implements JavaDelegate, ExecutionListener, TaskListener {

        @Override
        public void execute(DelegateExecution execution) throws Exception {
            STUBS.getOrDefault(name, nothing -> {}).execute(execution);
        }

        @Override
        public void notify(DelegateExecution execution) throws Exception {
            execute(execution);
        }

        /** A new task's form begins without a decision, as in the program. */
        @Override
        public void notify(DelegateTask task) {
            if (task.getEventName().equals(EVENTNAME_CREATE)) {
                Vars.DECISION.set(task, "");
            }
        }
    }

    private static final class TakenFlows extends AbstractBpmnParseListener {

        @Override
        public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
            var flow = ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey() + ":" + transition.getId();
            transition.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> TAKEN.add(flow));
        }
    }
}
