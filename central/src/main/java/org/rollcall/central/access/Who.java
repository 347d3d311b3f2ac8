package org.rollcall.central.access;

import java.util.Locale;
import java.util.Set;

/**
 * A person who asks, once it is certain who it is.
 *
 * @param id a bare JID, or a login of the directory (no {@code @}); lower case
 * @param name for people
 * @param groups the directory's, by name
 */
public record Who(String id, String name, Set<String> groups) {

    public Who {
        id = id.toLowerCase(Locale.ROOT);
        groups = Set.copyOf(groups);
    }

    public static Who of(String id) {
        return new Who(id, id, Set.of());
    }
}
