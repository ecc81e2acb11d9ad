package dev.switchboard.process;

import dev.switchboard.process.ProcessesController.Movable;
import dev.switchboard.system.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves running requests from one version of a diagram to another, element by element of the same id. Each process moves
 * in a transaction of its own: one that cannot move keeps no other from it.
 */
@Component
class Moves {

    private static final int MOST = 1_000;

    private final RuntimeService runtime;
    private final PlatformTransactionManager transactions;

    Moves(RuntimeService runtime, @Qualifier("camundaBpmTransactionManager") PlatformTransactionManager transactions) {
        this.runtime = runtime;
        this.transactions = transactions;
    }

    /**
     * @param trial whether every move is taken back again
     * @return each process with the reason why it cannot move, or null
     */
    List<Movable> attempt(String from, String to, List<String> instances, boolean trial) {
        var plan = plan(from, to);
        return runtime.createProcessInstanceQuery().processDefinitionId(from).listPage(0, MOST).stream()
                .filter(instance -> instances == null || instances.contains(instance.getId()))
                .map(instance ->
                        new Movable(instance.getId(), instance.getBusinessKey(), refusal(plan, instance, trial)))
                .toList();
    }

    private MigrationPlan plan(String from, String to) {
        try {
            return runtime.createMigrationPlan(from, to)
                    .mapEqualActivities()
                    .updateEventTriggers()
                    .build();
        } catch (MigrationPlanValidationException e) {
            throw Problem.conflict("The two versions do not fit: "
                    + e.getValidationReport().getInstructionReports().stream()
                            .flatMap(report -> report.getFailures().stream())
                            .collect(Collectors.joining("; "))
                    + ".");
        } catch (NotValidException e) {
            throw Problem.badRequest("These are not two versions of a process.");
        }
    }

    private String refusal(MigrationPlan plan, ProcessInstance instance, boolean trial) {
        var transaction = new TransactionTemplate(transactions);
        try {
            transaction.executeWithoutResult(status -> {
                runtime.newMigration(plan).processInstanceIds(instance.getId()).execute();
                if (trial) {
                    status.setRollbackOnly();
                }
            });
            return null;
        } catch (MigratingProcessInstanceValidationException e) {
            var report = e.getValidationReport();
            var failures = report.getActivityInstanceReports().stream()
                    .map(at -> "it is at \"" + at.getSourceScopeId() + "\", which the new version does not have")
                    .distinct()
                    .toList();
            return failures.isEmpty()
                    ? String.join("; ", report.getFailures())
                    : failures.stream().collect(Collectors.joining("; "));
        }
    }
}
