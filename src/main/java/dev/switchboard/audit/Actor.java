package dev.switchboard.audit;

import dev.switchboard.system.Names;

/**
 * Who did something.
 *
 * @param kind one of the four kinds the contract knows
 * @param name a client's address or name, a staff user's name, a model's name, or the part of the system
 */
public record Actor(String kind, String name) {

    public enum Kind {
        CLIENT,
        STAFF,
        AI,
        SYSTEM
    }

    public static final Actor SYSTEM = of(Kind.SYSTEM, "switchboard");

    public static Actor client(String name) {
        return of(Kind.CLIENT, name);
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
