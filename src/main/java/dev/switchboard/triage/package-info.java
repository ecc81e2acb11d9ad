/** Classifies what clients text: type, urgency, sentiment and language, offline and in milliseconds. */
package dev.switchboard.triage;
