package dev.switchboard.system;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;

/** An answer of RFC 9457 ({@code application/problem+json}) whose detail is a sentence a person can act on. */
public final class Problem extends ErrorResponseException {

    private Problem(HttpStatus status, String sentence) {
        super(status, ProblemDetail.forStatusAndDetail(status, sentence), null);
    }

    public static Problem badRequest(String sentence) {
        return new Problem(HttpStatus.BAD_REQUEST, sentence);
    }

    public static Problem notFound(String sentence) {
        return new Problem(HttpStatus.NOT_FOUND, sentence);
    }

    public static Problem conflict(String sentence) {
        return new Problem(HttpStatus.CONFLICT, sentence);
    }

    public static Problem tooLarge(String sentence) {
        return new Problem(HttpStatus.PAYLOAD_TOO_LARGE, sentence);
    }

    /** The same answer where it is returned and not thrown. */
    public static ResponseEntity<ProblemDetail> response(HttpStatus status, String sentence) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(status, sentence));
    }

    public static Problem unavailable(String sentence) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, sentence);
    }

    @Override
    public String getMessage() {
        return getBody().getDetail();
    }
}
