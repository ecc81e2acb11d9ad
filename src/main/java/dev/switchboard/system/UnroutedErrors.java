package dev.switchboard.system;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Errors that no controller saw, such as a path that the firewall refused; in the form all others have. */
@Hidden
@RestController
class UnroutedErrors implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null || status.is5xxServerError()
                ? Problem.response(
                        status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status,
                        "Something went wrong inside Switchboard. Try again; if it stays, ask an administrator.")
                : Problem.response(status, sentence(status));
    }

    private static String sentence(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "There is nothing at this address.";
            case UNAUTHORIZED, FORBIDDEN -> "You may not do this: sign in, or ask an administrator for the right.";
            case METHOD_NOT_ALLOWED -> "This address does not know this method.";
            case PAYLOAD_TOO_LARGE -> "The body is too large.";
            default -> "The request cannot be read: its address, a header or its body is malformed.";
        };
    }
}
