/** What happened and who decided it: the event log, its hash chain, timeline and verification. */
package dev.switchboard.audit;
