package dev.switchboard.process;

/**
 * A task came, went or changed hands; published in the engine's transaction.
 *
 * @param subject the request's id, or the client's where somebody is onboarded
 * @param task its id
 */
public record TaskChanged(String subject, String task) {}
