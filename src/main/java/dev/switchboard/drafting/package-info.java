/** What AI writes for a person to review: PRD, bug report, answer, question to the client, status update. */
package dev.switchboard.drafting;
