package org.rollcall.central.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rollcall.central.park.Person;

/**
 * What the directory said of all people at once.
 *
 * @param groups login, lower case, to those of the groups asked for that it is in; whoever is in none is absent
 */
public record Everybody(Collection<Person> people, Map<String, Set<String>> groups) {
    static final Everybody NOBODY = new Everybody(List.of(), Map.of());

    public Everybody {
        people = List.copyOf(people);
        groups = Map.copyOf(groups);
    }

    public static Everybody nobody() {
        return NOBODY;
    }
}
