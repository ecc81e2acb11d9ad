package dev.switchboard.ai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads what a model said: the JSON object in it, whatever stands around it (a code fence, a polite word). */
final class Replies {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private Replies() {}

    /** @return null when there is no such object in it */
    static <A> A read(String text, Class<A> type) {
        var from = text.indexOf('{');
        var to = text.lastIndexOf('}');
        if (from < 0 || to < from) {
            return null;
        }
        try {
            return MAPPER.readValue(text.substring(from, to + 1), type);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** What is wrong with it, as a sentence for the model; null when it can be used. */
    static <I, A> String problem(Skill<I, A> skill, I input, Vendor.Reply reply) {
        if (reply.cut()) {
            return "it was cut off before its end: be shorter";
        }
        var answer = read(reply.text(), skill.answerType());
        return answer == null
                ? "it is not the JSON object that was asked for"
                : skill.problem().apply(input, answer);
    }

    /** What a second answer should do better than this usable one; null when nothing. */
    static <I, A> String flaw(Skill<I, A> skill, I input, Vendor.Reply reply) {
        return skill.flaw().apply(input, read(reply.text(), skill.answerType()));
    }
}
