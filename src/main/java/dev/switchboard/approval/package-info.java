/** The second lock: what a person approved, word for word, and the refusal of everything else. */
package dev.switchboard.approval;
