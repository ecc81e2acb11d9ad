package dev.switchboard.drafting;

import dev.switchboard.ai.Answer;

/**
 * What a drafting step came to.
 *
 * @param left a person writes it: nothing may be put in the place of their words
 */
record Draft<A>(Answer<A> answer, boolean left) {

    /** The draft, or what stands in where nobody wrote one. */
    A value() {
        return answer.value();
    }

    boolean given() {
        return !left && answer.given();
    }

    /** How a reviewer reads who drafted; null where a person writes. */
    String author() {
        return left ? null : answer.author();
    }
}
