/** Whom the agency works for: clients, their contacts, addresses, consent and services. */
package dev.switchboard.crm;
