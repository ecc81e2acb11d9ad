package dev.switchboard.ai;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One thing that is asked of a model, with a typed answer.
 *
 * @param purpose what it is for, such as {@code draft_prd}; it names the call in the record
 * @param prompt name of the file under {@code prompts/} without its ending, such as {@code draft_prd-1}; recorded as the
 *     version with every answer of a language model
 * @param kind how long an answer may take, and who stands in when none comes
 * @param answerType a record that reads and writes as JSON
 * @param problem what breaks the rules in an answer to an input, as a sentence for the model that gave it; null: usable. It
 *     never quotes the answer
 * @param flaw what a second answer should do better although a person could work with this one, as such a sentence; null:
 *     nothing. A second answer with a flaw is taken
 * @param offline the offline model that answers where no language model is connected
 * @param nobody what stands in the answer's place when nobody gave one
 */
public record Skill<I, A>(
        String purpose,
        String prompt,
        Kind kind,
        Class<A> answerType,
        BiFunction<I, A, String> problem,
        BiFunction<I, A, String> flaw,
        Offline<I, A> offline,
        Function<I, A> nobody) {

    /** A skill whose answers can be used or not, and nothing between. */
    public Skill(
            String purpose,
            String prompt,
            Kind kind,
            Class<A> answerType,
            BiFunction<I, A, String> problem,
            Offline<I, A> offline,
            Function<I, A> nobody) {
        this(purpose, prompt, kind, answerType, problem, (input, answer) -> null, offline, nobody);
    }

    /** The same skill, whose first answer is also held to this. */
    public Skill<I, A> mending(BiFunction<I, A, String> flaws) {
        return new Skill<>(purpose, prompt, kind, answerType, problem, flaws, offline, nobody);
    }

    public enum Kind {
        /** A few words that the process waits for; the offline model may stand in. */
        DECISION,
        /** A text that a person reviews, or writes when no model does. */
        DRAFT
    }

    /**
     * A way to answer inside this process.
     *
     * @param model its name
     * @param version of its rules or weights; recorded with every answer
     */
    public record Offline<I, A>(String model, String version, Function<I, A> answer) {}
}
