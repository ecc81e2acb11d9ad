package dev.switchboard.process;

import dev.switchboard.system.Problem;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the engine refuses, as the sentence that a person reads in the dashboard. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class EngineErrors {

    /** See {@link RejectedInputInterceptor}: the sentence is ours. */
    @ExceptionHandler(FormFieldValidationException.class)
    ResponseEntity<ProblemDetail> rejected(FormFieldValidationException e) {
        return Problem.response(HttpStatus.BAD_REQUEST, e.getMessage());
    }

    @ExceptionHandler(AuthorizationException.class)
    ResponseEntity<ProblemDetail> forbidden(AuthorizationException e) {
        return Problem.response(
                HttpStatus.FORBIDDEN,
                "You do not have the right to do this. An administrator can add you to the group that has it.");
    }

    @ExceptionHandler(OptimisticLockingException.class)
    ResponseEntity<ProblemDetail> changedMeanwhile(OptimisticLockingException e) {
        return Problem.response(
                HttpStatus.CONFLICT, "Somebody changed this at the same moment. Look at it again, then decide.");
    }
}
