package dev.switchboard.audit;

import dev.switchboard.system.Names;
import java.util.regex.Pattern;

/**
 * Who did something.
 *
 * @param kind one of the four kinds the contract knows
 * @param name a staff user's name, a model's name, the part of the system, or who a client is to the log: the id of the
 *     number, such as {@code A-12}. It is covered by the event's hash, so it must mean nobody once the client is erased
 */
public record Actor(String kind, String name) {

    public enum Kind {
        CLIENT,
        STAFF,
        AI,
        SYSTEM
    }

    private static final Pattern CLIENT_ID = Pattern.compile("A-\\d+|erased");

    public static final Actor SYSTEM = of(Kind.SYSTEM, "switchboard");

    /**
     * @param id of the address: {@code Sender.id()}
     * @throws IllegalArgumentException when it is the address itself, which could never be erased
     */
    public static Actor client(String id) {
        if (!CLIENT_ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a client acts in the event log under the id of a number");
        }
        return of(Kind.CLIENT, id);
    }

    public static Actor staff(String user) {
        return of(Kind.STAFF, user);
    }

    public static Actor ai(String model) {
        return of(Kind.AI, model);
    }

    private static Actor of(Kind kind, String name) {
        return new Actor(Names.of(kind), name);
    }
}
