package dev.switchboard.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What Switchboard changes of the engine's defaults, each with its reason. */
@Component
@Order(Ordering.DEFAULT_ORDER + 1)
class EngineConfiguration extends AbstractCamundaConfiguration {

    private final DelegateBeans delegates;

    EngineConfiguration(DelegateBeans delegates) {
        this.delegates = delegates;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        // Expressions see variables and delegates, not every bean of the program
        configuration.setBeans(delegates);
        configuration.setExpressionManager(new QueryExpressions(delegates));
        configuration.setCmmnEnabled(false);
        configuration.setJobExecutorPreferTimerJobs(true);
        configuration.setJobExecutorAcquireByDueDate(true);
        // A person's wrong entry is answered to that person; it is no error of the program to be logged with a stack
        configuration.setEnableCmdExceptionLogging(false);
        add(
                configuration.getCustomPreBPMNParseListeners(),
                configuration::setCustomPreBPMNParseListeners,
                new ListenersOnEveryTask());
        add(configuration.getCustomPreDeployers(), configuration::setCustomPreDeployers, new DeploymentCheck());
        configuration.setFailedJobCommandFactory(new FailedJobs());
        configuration.setBpmnParseFactory(parser -> new DiagramCheck(parser, delegates));
        add(
                configuration.getCustomPreCommandInterceptorsTxRequired(),
                configuration::setCustomPreCommandInterceptorsTxRequired,
                new RejectedInputInterceptor());
        add(
                configuration.getCustomPreCommandInterceptorsTxRequiresNew(),
                configuration::setCustomPreCommandInterceptorsTxRequiresNew,
                new RejectedInputInterceptor());
        add(
                configuration.getCustomSessionFactories(),
                configuration::setCustomSessionFactories,
                new CheckedFilters.Factory());
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        // A diagram may compare variables; no script engine may run, whatever the class path holds
        configuration.setEnableScriptEngineLoadExternalResources(false);
    }

    private static <T> void add(List<T> existing, java.util.function.Consumer<List<T>> setter, T added) {
        var all = new ArrayList<T>(existing == null ? List.of() : existing);
        all.add(added);
        setter.accept(all);
    }
}
