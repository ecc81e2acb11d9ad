package dev.switchboard.triage;

import java.util.Map;

/**
 * What is read off one text before anything learnt from other texts is applied.
 *
 * @param embedding the meaning, 384 values
 * @param words how often each hashed word or pair of words occurs
 * @param chars how often each hashed piece of 3 to 5 characters occurs
 * @param cues one value per cue
 */
record RawFeatures(float[] embedding, Map<Integer, Integer> words, Map<Integer, Integer> chars, float[] cues) {}
