package dev.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.Caller.Answer;

/** What every error of the API has to be. */
public final class Problems {

    private Problems() {}

    /** The sentence of a problem that a person can act on and that shows nothing of our inside. */
    public static String sentence(Answer answer, int status) {
        assertThat(answer.expect(status).header("Content-Type")).startsWith("application/problem+json");
        var problem = answer.json();
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        var sentence = problem.path("detail").asText();
        assertThat(sentence).matches("(?s).{12,}\\.");
        assertThat(answer.body())
                .doesNotContain("Exception", "dev.switchboard", "java.", "org.springframework", "jackson", "trace")
                .doesNotContainPattern("(?i)select .* from|insert into|sqlite|\\bH2\\b");
        return sentence;
    }
}
