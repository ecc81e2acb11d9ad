package dev.switchboard.system;

/**
 * How the program is set up, for the page of settings.
 *
 * @param topic what it belongs to, such as {@code Working hours}
 * @param value for people; never a secret
 * @param variable the environment variable that sets it
 */
public record Setting(String topic, String name, String value, String variable) {}
