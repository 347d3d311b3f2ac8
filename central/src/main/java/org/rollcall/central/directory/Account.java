package org.rollcall.central.directory;

import java.util.Set;

/**
 * Somebody's entry in the directory.
 *
 * @param dn the entry's distinguished name
 * @param login as the directory writes it
 * @param name null when unknown
 * @param groups by name, as {@code memberOf} has them
 */
public record Account(String dn, String login, String name, Set<String> groups) {

    public Account {
        groups = Set.copyOf(groups);
    }
}
