package dev.switchboard.process;

/**
 * One reason not to deploy a diagram.
 *
 * @param process its id
 * @param element id of the element where the process owner has to look
 * @param reason sentences that say what is wrong and what would be accepted
 */
record Refusal(String process, String element, String reason) {

    @Override
    public String toString() {
        return "Process %s, element %s: %s".formatted(process, element, reason);
    }
}
