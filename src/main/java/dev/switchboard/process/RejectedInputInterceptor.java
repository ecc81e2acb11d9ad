package dev.switchboard.process;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * The engine wraps whatever a listener throws, though not what a delegate throws, and its REST API makes a 500 of either. A form field's validation error is
 * the one exception it answers with 400 and the plain sentence, so a {@link RejectedInput} leaves as one.
 */
class RejectedInputInterceptor extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException | RejectedInput e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof RejectedInput rejected) {
                    throw new FormFieldValidationException(null, rejected.getMessage(), e);
                }
            }
            throw e;
        } catch (QueryExpressions.Refused e) {
            throw new BadUserRequestException(e.getMessage(), e);
        }
    }
}
