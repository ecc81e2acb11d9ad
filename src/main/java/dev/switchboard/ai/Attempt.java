package dev.switchboard.ai;

import dev.switchboard.ai.ModelCalls.ModelCall;
import java.util.List;

/**
 * What came of one question.
 *
 * @param calls all that were made, to be recorded
 * @param answer the one that can be used, or null
 * @param unavailable why the language model gave none, in words, or null
 */
record Attempt(List<ModelCall> calls, ModelCall answer, String unavailable) {

    static Attempt answered(List<ModelCall> calls, ModelCall answer) {
        return new Attempt(calls, answer, null);
    }

    static Attempt recorded(ModelCall answer) {
        return new Attempt(List.of(), answer, null);
    }

    static Attempt failed(List<ModelCall> calls, String reason) {
        return new Attempt(calls, null, reason);
    }
}
