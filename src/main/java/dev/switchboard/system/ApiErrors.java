package dev.switchboard.system;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Every error of a controller as RFC 9457 with a sentence that says what to change, and nothing of our inside. */
@RestControllerAdvice
class ApiErrors extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    /** What nobody foresaw: the log has it under the reference, the caller gets no more than that. */
    @ExceptionHandler(Exception.class)
    ResponseEntity<ProblemDetail> unforeseen(Exception e) {
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            // A page was left before it was complete: nobody is there to be answered
            return null;
        }
        var reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Unforeseen error {}", reference, e);
        return Problem.response(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something went wrong inside Switchboard. Try again; if it stays, an administrator finds it in the log"
                        + " under " + reference + ".");
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var sentence = e.getFieldErrors().stream()
                .map(error -> error.getField() + " " + error.getDefaultMessage())
                .sorted()
                .distinct()
                .collect(Collectors.joining("; ", "", "."));
        return answer(e, sentence, headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(e, unreadable(e.getCause()), headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var name = e instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : "a parameter";
        return answer(
                e,
                name + " must be " + kind(e.getRequiredType()) + ", not \"" + e.getValue() + "\".",
                headers,
                status,
                request);
    }

    @Override
    protected ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(e, "The file is too large: at most 20 MB.", headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(
                e,
                "There is nothing at /" + e.getResourcePath() + "; /v3/api-docs lists what there is.",
                headers,
                status,
                request);
    }

    private ResponseEntity<Object> answer(
            Exception e, String sentence, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return handleExceptionInternal(e, ProblemDetail.forStatusAndDetail(status, sentence), headers, status, request);
    }

    private static String unreadable(Throwable cause) {
        // A value that one of our own types refused says best what it should have been
        for (var inner = cause; inner != null; inner = inner.getCause()) {
            if (inner instanceof Problem problem) {
                return problem.getMessage();
            }
        }
        if (cause instanceof JsonParseException broken && broken.getLocation() != null) {
            return "The body is not JSON: look at line " + broken.getLocation().getLineNr() + ", column "
                    + broken.getLocation().getColumnNr() + ".";
        }
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return path(unknown) + " is not known here; there is "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "))
                    + ".";
        }
        if (cause instanceof MismatchedInputException wrong && !wrong.getPath().isEmpty()) {
            return path(wrong) + " must be " + kind(wrong.getTargetType()) + ".";
        }
        if (cause instanceof JsonMappingException wrong && !wrong.getPath().isEmpty()) {
            return path(wrong) + " cannot be read.";
        }
        return "The body must be a JSON object.";
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream().map(ApiErrors::step).collect(Collectors.joining("."));
    }

    private static String step(Reference reference) {
        return reference.getFieldName() == null ? "[" + reference.getIndex() + "]" : reference.getFieldName();
    }

    private static String kind(Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive() && type != boolean.class) {
            return "a whole number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        return type == String.class || type.isEnum() ? "a text" : "an object";
    }
}
