package dev.switchboard.triage;

/**
 * One classifier's answer about one text.
 *
 * @param value the label, in the words of the outside contract ({@code bug}, {@code high}, {@code es}, …)
 * @param confidence calibrated probability between 0 and 1 that {@code value} is right
 */
public record Label(String value, double confidence) {}
