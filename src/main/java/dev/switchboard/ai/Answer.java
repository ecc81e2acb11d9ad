package dev.switchboard.ai;

/**
 * A model's answer and who gave it.
 *
 * @param model name of the model
 * @param version of the prompt or offline rules
 */
public record Answer<A>(A value, String model, String version) {

    /** How a reviewer reads who drafted: "offline templates, draft_prd-1". */
    public String author() {
        return model + ", " + version;
    }
}
