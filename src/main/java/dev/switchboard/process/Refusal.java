package dev.switchboard.process;

import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * One reason not to deploy a diagram.
 *
 * @param process its id
 * @param id of the element where the process owner has to look
 * @param element that one, or one inside it that has no id
 * @param reason sentences that say what is wrong and what would be accepted
 */
record Refusal(String process, String id, Element element, String reason) {

    @Override
    public String toString() {
        return "Process %s, element %s: %s".formatted(process, id, reason);
    }
}
