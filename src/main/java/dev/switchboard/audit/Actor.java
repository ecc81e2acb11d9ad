package dev.switchboard.audit;

import dev.switchboard.system.Names;

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

    public static final Actor SYSTEM = of(Kind.SYSTEM, "switchboard");

    /** @param id of the address, never the address itself: {@code Sender.id()} */
    public static Actor client(String id) {
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
