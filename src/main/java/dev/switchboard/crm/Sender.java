package dev.switchboard.crm;

/**
 * Who stands behind an address.
 *
 * @param id such as {@code A-12}: the name of this address in the event log, which outlives what it stands for
 * @param clientId null for a number that nobody has claimed yet
 * @param contactName null likewise
 */
public record Sender(
        String id,
        String channel,
        String address,
        Consent consent,
        String clientId,
        String clientName,
        String contactName) {

    /** What stands in place of the address of a client who was erased; nothing can be sent there. */
    public static final String ERASED = "erased";

    static Sender erased(String channel) {
        return new Sender(ERASED, channel, ERASED, Consent.WITHDRAWN, null, null, null);
    }

    public boolean known() {
        return clientId != null;
    }

    /** How staff read who wrote: "Ana, Acme" or the bare number. */
    public String displayName() {
        return known() ? contactName + ", " + clientName : address;
    }
}
