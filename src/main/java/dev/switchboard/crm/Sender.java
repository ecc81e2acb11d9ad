package dev.switchboard.crm;

/**
 * Who stands behind an address.
 *
 * @param clientId null for a number that nobody has claimed yet
 * @param contactName null likewise
 */
public record Sender(
        String channel, String address, Consent consent, String clientId, String clientName, String contactName) {

    public boolean known() {
        return clientId != null;
    }

    /** How staff read who wrote: "Ana, Acme" or the bare number. */
    public String displayName() {
        return known() ? contactName + ", " + clientName : address;
    }
}
