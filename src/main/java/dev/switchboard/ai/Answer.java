package dev.switchboard.ai;

/**
 * A model's answer and who gave it.
 *
 * @param model name of the model; null when nobody answered and {@code value} is what stands in
 * @param version of the prompt or offline rules; null when nobody answered
 * @param unavailable why the language model did not answer, in words; null when it did, or when none is connected
 */
public record Answer<A>(A value, String model, String version, String unavailable) {

    static <A> Answer<A> nobody(A standIn, String reason) {
        return new Answer<>(standIn, null, null, reason);
    }

    public boolean given() {
        return model != null;
    }

    /** How a reviewer reads who drafted: "offline templates, draft_prd-1". */
    public String author() {
        return given() ? model + ", " + version : "nobody: " + unavailable;
    }
}
