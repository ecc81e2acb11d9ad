/** Figures over requests, drafts and model calls; reads what others own and changes nothing. */
package dev.switchboard.insights;
