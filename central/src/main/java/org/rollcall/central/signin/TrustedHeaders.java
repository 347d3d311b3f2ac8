package org.rollcall.central.signin;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.rollcall.central.access.Who;
import org.rollcall.central.park.People;
import org.rollcall.central.park.Person;
import org.rollcall.xmpp.text.XmlText;

/**
 * Who a trusted proxy (CAS, Shibboleth) says that somebody is. The caller makes sure that the request came from one:
 * anybody can write a header.
 */
public final class TrustedHeaders {
    private static final int LONGEST_GROUPS = 16_384;
    private static final int MOST_GROUPS = 500;

    private final String userHeader;
    private final String groupsHeader;
    private final Supplier<People> people;

    /**
     * @param groupsHeader names between semicolons, else between commas; null: none
     * @param people for the person's full name
     */
    public TrustedHeaders(String userHeader, String groupsHeader, Supplier<People> people) {
        this.userHeader = userHeader;
        this.groupsHeader = groupsHeader;
        this.people = people;
    }

    /** Empty when the proxy names nobody, or something that is no name. */
    public Optional<Who> who(UnaryOperator<String> headers) {
        String user = headers.apply(userHeader);
        if (user == null || user.isBlank()) {
            return Optional.empty();
        }
        String id = user.strip().toLowerCase(Locale.ROOT);
        if (id.length() > XmlText.LONGEST_NAME || id.chars().anyMatch(c -> c <= ' ' || c == 0x7F)) {
            return Optional.empty();
        }
        String name = people.get().find(id).map(Person::fullName).orElse(id);
        return Optional.of(new Who(id, name, groupsHeader == null ? Set.of() : groups(headers.apply(groupsHeader))));
    }

    private static Set<String> groups(String text) {
        Set<String> groups = new HashSet<>();
        if (text == null || text.length() > LONGEST_GROUPS) {
            return groups;
        }
        for (String group : text.split(text.indexOf(';') >= 0 ? ";" : ",", MOST_GROUPS)) {
            if (!group.isBlank()) {
                groups.add(group.strip());
            }
        }
        return groups;
    }
}
