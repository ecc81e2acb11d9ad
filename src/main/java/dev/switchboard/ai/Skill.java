package dev.switchboard.ai;

import java.util.function.Function;

/**
 * One thing that is asked of a model, with a typed answer.
 *
 * @param purpose what it is for, such as {@code draft_prd}; it names the call in the record
 * @param version of the prompt or of the offline rules; recorded with every answer
 * @param offlineModel name of the offline model that answers
 * @param answerType a record that reads and writes as JSON
 * @param offline the offline model's way to answer
 */
public record Skill<I, A>(
        String purpose, String version, String offlineModel, Class<A> answerType, Function<I, A> offline) {}
