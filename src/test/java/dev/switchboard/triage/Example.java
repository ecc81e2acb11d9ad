package dev.switchboard.triage;

/**
 * A row with its features.
 *
 * @param weight how often it counts in training
 */
record Example(TrainingRow row, RawFeatures raw, int weight) {}
