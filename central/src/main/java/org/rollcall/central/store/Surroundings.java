package org.rollcall.central.store;

import java.util.Optional;
import java.util.function.Function;
import org.rollcall.central.park.Person;

/**
 * What the store must know of the world at a logon. Asked on the store's thread: answers at once, from memory.
 *
 * @param room by a machine's account ({@code a201b7}); null for none
 * @param person by a login
 */
public record Surroundings(
        Function<String, String> room, Function<String, Optional<Person>> person, ClockSkew clockSkew) {

    public static final Surroundings NONE =
            new Surroundings(account -> null, login -> Optional.empty(), ClockSkew.NONE);
}
