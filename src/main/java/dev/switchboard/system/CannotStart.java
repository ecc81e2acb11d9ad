package dev.switchboard.system;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The configuration does not fit the world; the message is one sentence that names the variable to change. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotStart(String sentence) {
        super(sentence);
    }

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Prints the sentence in place of a stack; registered in {@code META-INF/spring.factories}. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class Sentence extends AbstractFailureAnalyzer<CannotStart> {

        @Override
        protected FailureAnalysis analyze(Throwable root, CannotStart failure) {
            return new FailureAnalysis(failure.getMessage(), null, failure);
        }
    }
}
