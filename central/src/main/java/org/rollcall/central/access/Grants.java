package org.rollcall.central.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rollcall.xmpp.command.Role;

/**
 * Who may do what, for all or for named rooms; whoever is not named may nothing. A name is a bare JID, a login, or
 * {@code group:NAME} of the directory.
 *
 * @param everywhere name to role
 * @param rooms room (upper or lower case as in the settings) to name to role
 */
public record Grants(Map<String, Role> everywhere, Map<String, Map<String, Role>> rooms) {

    public Grants {
        everywhere = Map.copyOf(everywhere);
        Map<String, Map<String, Role>> copies = new HashMap<>();
        rooms.forEach((room, roles) -> copies.put(room, Map.copyOf(roles)));
        rooms = Map.copyOf(copies);
    }

    /** In all rooms, and for what belongs to none. */
    public Optional<Role> everywhere(Who who) {
        return greatest(everywhere, who);
    }

    /** @param room null: a machine of no room */
    public Optional<Role> in(String room, Who who) {
        Optional<Role> here = Optional.ofNullable(room).map(rooms::get).flatMap(roles -> greatest(roles, who));
        return greater(here, everywhere(who));
    }

    /** The greatest anywhere: what decides whether a page or a command is there at all. */
    public Optional<Role> anywhere(Who who) {
        Optional<Role> most = everywhere(who);
        for (Map<String, Role> roles : rooms.values()) {
            most = greater(most, greatest(roles, who));
        }
        return most;
    }

    /** The rooms in which somebody has at least this role; empty optional: in all. */
    public Optional<Set<String>> roomsOf(Who who, Role least) {
        if (everywhere(who).filter(role -> role.covers(least)).isPresent()) {
            return Optional.empty();
        }
        Set<String> named = new HashSet<>();
        rooms.forEach((room, roles) -> {
            if (greatest(roles, who).filter(role -> role.covers(least)).isPresent()) {
                named.add(room);
            }
        });
        return Optional.of(named);
    }

    private static Optional<Role> greatest(Map<String, Role> roles, Who who) {
        Optional<Role> most = Optional.ofNullable(roles.get(who.id()));
        for (String group : who.groups()) {
            most = greater(most, Optional.ofNullable(roles.get("group:" + group)));
        }
        return most;
    }

    private static Optional<Role> greater(Optional<Role> one, Optional<Role> other) {
        return of(one, other).stream().max(Role::compareTo);
    }

    private static Collection<Role> of(Optional<Role> one, Optional<Role> other) {
        Collection<Role> both = new HashSet<>();
        one.ifPresent(both::add);
        other.ifPresent(both::add);
        return both;
    }
}
