package org.rollcall.central.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Who is in which of a few groups: by the person's {@code memberOf}, and for those who have none by what the group says
 * ({@code member}, {@code uniqueMember}, {@code memberUid}), as at the sign-in.
 */
final class Memberships {
    static final String MEMBER_OF = "memberOf";
    static final String[] OF_GROUPS = {"cn", "member", "uniqueMember", "memberUid"};

    /** Of a login that two people have. */
    private static final Set<String> DOUBTFUL = Set.of();

    private final Set<String> wanted = new HashSet<>();
    private final Map<String, Set<String>> byLogin = new HashMap<>();
    private final Map<String, String> loginsByDn = new HashMap<>();

    /** @param wanted the names of the groups, in any case */
    Memberships(Set<String> wanted) {
        wanted.forEach(name -> this.wanted.add(name.toLowerCase(Locale.ROOT)));
    }

    boolean areWanted() {
        return !wanted.isEmpty();
    }

    Filter groups() {
        return Filter.createORFilter(wanted.stream()
                .map(name -> Filter.createEqualityFilter("cn", name))
                .toList());
    }

    /** @param login as the directory has it: two of one login are in no group, for whose would it be? */
    void person(String login, SearchResultEntry entry) {
        String key = login.toLowerCase(Locale.ROOT);
        boolean first = byLogin.putIfAbsent(key, new HashSet<>()) == null;
        if (!first) {
            byLogin.put(key, DOUBTFUL);
            loginsByDn.values().remove(key);
        } else if (!entry.hasAttribute(MEMBER_OF)) {
            loginsByDn.put(normal(entry.getDN()), key);
        } else {
            for (String group : entry.getAttributeValues(MEMBER_OF)) {
                Directory.firstName(group).ifPresent(name -> add(key, name));
            }
        }
    }

    /** After all people. */
    void group(SearchResultEntry entry) {
        String name = entry.getAttributeValue("cn");
        if (name == null) {
            return;
        }
        for (String attribute : new String[] {"member", "uniqueMember"}) {
            for (String dn : values(entry, attribute)) {
                String login = loginsByDn.get(normal(dn));
                if (login != null) {
                    add(login, name);
                }
            }
        }
        Set<String> asked = new HashSet<>(loginsByDn.values());
        for (String uid : values(entry, "memberUid")) {
            if (asked.contains(uid.toLowerCase(Locale.ROOT))) {
                add(uid.toLowerCase(Locale.ROOT), name);
            }
        }
    }

    /** As the server says who follows groups of groups. @param login null: nobody */
    void member(String login, String group) {
        String key = login == null ? null : login.toLowerCase(Locale.ROOT);
        // Two of one login are in no group here either.
        if (key != null && byLogin.getOrDefault(key, DOUBTFUL) != DOUBTFUL) {
            add(key, group);
        }
    }

    /** Without those who are in none. */
    Map<String, Set<String>> all() {
        Map<String, Set<String>> all = new HashMap<>();
        byLogin.forEach((login, groups) -> {
            if (!groups.isEmpty()) {
                all.put(login, Set.copyOf(groups));
            }
        });
        return all;
    }

    private void add(String login, String group) {
        if (wanted.contains(group.toLowerCase(Locale.ROOT))) {
            byLogin.get(login).add(group.toLowerCase(Locale.ROOT));
        }
    }

    private static String[] values(SearchResultEntry entry, String attribute) {
        String[] values = entry.getAttributeValues(attribute);
        return values == null ? new String[0] : values;
    }

    private static String normal(String dn) {
        try {
            return DN.normalize(dn);
        } catch (LDAPException e) {
            return dn.toLowerCase(Locale.ROOT);
        }
    }
}
