package dev.switchboard.process;

import java.util.Set;

/** Names of the beans that diagrams may bind. */
@FunctionalInterface
interface AllowedBeans {

    /** The beans of one of the engine's delegate interfaces. */
    Set<String> of(Class<?> kind);
}
