package dev.switchboard.crm;

import java.util.List;

/**
 * A client as the outside sees it.
 *
 * @param id such as {@code C-7}
 * @param summary what everyone who works for this client should know, in a few sentences
 */
public record Client(String id, String name, List<Service> services, List<Contact> contacts, String summary) {

    private static final String ID_PREFIX = "C-";

    /** The id of the client with this number, in the order of arrival. */
    static String id(long number) {
        return ID_PREFIX + number;
    }

    /** Whether a business key names a client and not a request. */
    public static boolean isId(String key) {
        return key != null && key.startsWith(ID_PREFIX);
    }

    /** The service that assignment.dmn routes by: the first the client has; empty for a client without any. */
    public String firstService() {
        return services.isEmpty() ? "" : services.get(0).text();
    }

    /** A person at the client. */
    public record Contact(String name, String role, List<Address> addresses) {}

    /** A way to reach a contact; an SMS address is a number in E.164. */
    public record Address(String channel, String address, Consent consent) {}
}
