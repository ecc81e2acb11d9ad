package dev.switchboard.issue;

/** What went wrong at GitHub, as a sentence for the person who will read it in an incident. Never holds a secret. */
class GithubTrouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GithubTrouble(String sentence) {
        super(sentence);
    }

    GithubTrouble(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
