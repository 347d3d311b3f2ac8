package org.rollcall.central.web;

import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rollcall.central.access.Grants;
import org.rollcall.central.access.Who;
import org.rollcall.xmpp.command.Role;

/**
 * What one person may, worked out once; people with equal rights see the same board, so that it is rendered once for
 * all of them.
 *
 * @param everywhere in all rooms, and for machines of no room; null: nothing there
 * @param rooms only those where it is more than everywhere; names in lower case, as they count in any
 */
public record Rights(Role everywhere, Map<String, Role> rooms) {

    public Rights {
        rooms = Map.copyOf(rooms);
    }

    public static Rights of(Grants grants, Who who) {
        Role everywhere = grants.everywhere(who).orElse(null);
        Map<String, Role> rooms = new HashMap<>();
        for (String room : grants.rooms().keySet()) {
            grants.in(room, who)
                    .filter(role -> role != everywhere)
                    .ifPresent(role -> rooms.put(room.toLowerCase(Locale.ROOT), role));
        }
        return new Rights(everywhere, rooms);
    }

    /** @param room null or empty: machines of no room */
    public Optional<Role> in(String room) {
        boolean none = room == null || room.isEmpty();
        return Optional.ofNullable(none ? everywhere : rooms.getOrDefault(room.toLowerCase(Locale.ROOT), everywhere));
    }

    public boolean sees(String room) {
        return in(room).isPresent();
    }

    public Optional<Role> anywhere() {
        return rooms.values().stream().max(Role::compareTo).or(() -> Optional.ofNullable(everywhere));
    }

    /** For questions to the store; null: all rooms, and machines of none. */
    public Set<String> visibleRooms() {
        if (everywhere != null) {
            return null;
        }
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(rooms.keySet());
        return Collections.unmodifiableSet(names);
    }

    public boolean isAdmin() {
        return everywhere == Role.ADMIN;
    }
}
