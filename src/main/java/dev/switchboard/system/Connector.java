package dev.switchboard.system;

/**
 * One line of the start-up table: an outside system and how it is connected.
 *
 * @param detail for people; never a secret
 */
public record Connector(String name, State state, String detail) {

    public enum State {
        LIVE,
        SIMULATED,
        OFF
    }
}
