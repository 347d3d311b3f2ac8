package org.rollcall.central.access;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.rollcall.xmpp.command.Role;

/**
 * Who may do what, for all or for named rooms; whoever is not named may nothing. A name is a bare JID, a login, or
 * {@code group:NAME} of the directory. Names and rooms count in any case: people write both as they like.
 *
 * @param everywhere name to role
 * @param rooms room to name to role
 */
public record Grants(Map<String, Role> everywhere, Map<String, Map<String, Role>> rooms) {
    private static final String GROUP = "group:";

    public static final Grants NONE = new Grants(Map.of(), Map.of());

    public Grants {
        everywhere = lowered(everywhere);
        Map<String, Map<String, Role>> copies = new HashMap<>();
        rooms.forEach((room, roles) -> copies.merge(lower(room), lowered(roles), Grants::together));
        rooms = Map.copyOf(copies);
    }

    /** In all rooms, and for what belongs to none. */
    public Optional<Role> everywhere(Who who) {
        return greatest(everywhere, who);
    }

    /** @param room null: a machine of no room */
    public Optional<Role> in(String room, Who who) {
        Map<String, Role> here = room == null ? null : rooms.get(lower(room));
        Optional<Role> everywhere = everywhere(who);
        return here == null ? everywhere : greater(greatest(here, who), everywhere);
    }

    /** The greatest anywhere: what decides whether a page or a command is there at all. */
    public Optional<Role> anywhere(Who who) {
        Optional<Role> most = everywhere(who);
        for (Map<String, Role> roles : rooms.values()) {
            most = greater(most, greatest(roles, who));
        }
        return most;
    }

    /**
     * The rooms in which somebody has at least this role, in a set that knows a room in any case, capitals inside;
     * empty optional: in all.
     */
    public Optional<Set<String>> roomsOf(Who who, Role least) {
        if (everywhere(who).filter(role -> role.covers(least)).isPresent()) {
            return Optional.empty();
        }
        SortedSet<String> named = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        rooms.forEach((room, roles) -> {
            if (greatest(roles, who).filter(role -> role.covers(least)).isPresent()) {
                named.add(room.toUpperCase(Locale.ROOT));
            }
        });
        return Optional.of(Collections.unmodifiableSortedSet(named));
    }

    /** The groups that are given anything at all, by name. */
    public Set<String> groups() {
        Set<String> groups = new HashSet<>();
        Stream.concat(Stream.of(everywhere), rooms.values().stream())
                .flatMap(roles -> roles.keySet().stream())
                .filter(name -> name.startsWith(GROUP))
                .forEach(name -> groups.add(name.substring(GROUP.length())));
        return groups;
    }

    private static Map<String, Role> lowered(Map<String, Role> roles) {
        Map<String, Role> lowered = new HashMap<>();
        roles.forEach((name, role) -> lowered.merge(lower(name), role, Grants::greater));
        return Map.copyOf(lowered);
    }

    private static Map<String, Role> together(Map<String, Role> one, Map<String, Role> other) {
        Map<String, Role> both = new HashMap<>(one);
        other.forEach((name, role) -> both.merge(name, role, Grants::greater));
        return Map.copyOf(both);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Optional<Role> greatest(Map<String, Role> roles, Who who) {
        // A login of that look must not stand for a group.
        Optional<Role> most = who.id().startsWith(GROUP) ? Optional.empty() : Optional.ofNullable(roles.get(who.id()));
        for (String group : who.groups()) {
            most = greater(most, Optional.ofNullable(roles.get(GROUP + lower(group))));
        }
        return most;
    }

    private static Optional<Role> greater(Optional<Role> one, Optional<Role> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(greater(one.get(), other.get()))
                : one.or(() -> other);
    }

    private static Role greater(Role one, Role other) {
        return one.covers(other) ? one : other;
    }
}
