package dev.switchboard.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;

/**
 * Refuses expressions that come with a task query or a saved filter, except those of our own filters: with Camunda
 * 7.24.0, whoever is signed in could run code through the {@code orQueries} of a query. Such an expression is the only
 * one that the engine evaluates outside of any process instance, so this one place sees them all, whichever API, filter
 * or batch they came through. An expression of a diagram has passed the check of its deployment.
 */
class QueryExpressions extends JuelExpressionManager {

    static final String CURRENT_USER = "${currentUser()}";
    static final String CURRENT_USER_GROUPS = "${currentUserGroups()}";

    private static final List<String> ALLOWED = List.of(CURRENT_USER, CURRENT_USER_GROUPS);

    /** Leaves the engine as a bad request: see {@link RejectedInputInterceptor}. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused() {
            // No stack trace: the engine logs it, and whoever tries this tries often
            super(
                    "Expressions are not allowed in queries and filters, except " + String.join(", ", ALLOWED) + ".",
                    null,
                    false,
                    false);
        }
    }

    QueryExpressions(Map<Object, Object> beans) {
        super(beans);
    }

    static void check(String expression) {
        if (!ALLOWED.contains(expression)) {
            throw new Refused();
        }
    }

    @Override
    public JuelExpression createExpression(String text) {
        return new JuelExpression(createValueExpression(text), this, text) {
            @Override
            public Object getValue(VariableScope scope, BaseDelegateExecution execution) {
                if (scope == null && !isLiteralText()) {
                    check(text);
                }
                return super.getValue(scope, execution);
            }
        };
    }
}
