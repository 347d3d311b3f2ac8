package org.rollcall.central.directory;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.HashSet;
import java.util.Set;

/** Which groups one person is in. */
final class OnesGroups {
    private static final int MOST = 1000;

    private final String base;
    private final boolean nested;

    /** @param nested whether groups of groups count, which Active Directory alone can tell */
    OnesGroups(String base, boolean nested) {
        this.base = base;
        this.nested = nested;
    }

    /** By name. */
    Set<String> of(LDAPConnection connection, SearchResultEntry person, String login) throws LDAPException {
        if (nested) {
            return named(connection, Nesting.groupsOf(person.getDN()));
        }
        if (person.hasAttribute(Memberships.MEMBER_OF)) {
            Set<String> names = new HashSet<>();
            for (String group : person.getAttributeValues(Memberships.MEMBER_OF)) {
                Directory.firstName(group).ifPresent(names::add);
            }
            return names;
        }
        // OpenLDAP knows memberOf only with an overlay: then the groups are asked who belongs to them.
        return named(
                connection,
                Filter.createORFilter(
                        Filter.createEqualityFilter("member", person.getDN()),
                        Filter.createEqualityFilter("uniqueMember", person.getDN()),
                        Filter.createEqualityFilter("memberUid", login)));
    }

    private Set<String> named(LDAPConnection connection, Filter groups) throws LDAPException {
        SearchRequest request = new SearchRequest(base, SearchScope.SUB, groups, "cn");
        request.setSizeLimit(MOST);
        request.setTimeLimitSeconds(Math.toIntExact(Directory.WAITED_FOR.toSeconds()));
        Set<String> names = new HashSet<>();
        for (SearchResultEntry group : Directory.search(connection, request)) {
            if (group.getAttributeValue("cn") != null) {
                names.add(group.getAttributeValue("cn"));
            }
        }
        return names;
    }
}
