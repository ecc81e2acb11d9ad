package dev.switchboard.triage;

/**
 * A row with its features.
 *
 * @param helper whether it comes from elsewhere, not from our own rows
 */
record Example(TrainingRow row, RawFeatures raw, boolean helper) {}
