/** What is held of a client, to be handed over or erased, and what shows who decided what on which text of a request. */
package dev.switchboard.dossier;
