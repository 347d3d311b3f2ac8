package org.rollcall.central.directory;

import com.unboundid.ldap.sdk.Filter;

/**
 * Asks for members of members, which the server follows to their end.
 *
 * @see <a href="https://learn.microsoft.com/en-us/windows/win32/adsi/search-filter-syntax">Microsoft: Search Filter
 *     Syntax, LDAP_MATCHING_RULE_IN_CHAIN</a>
 */
final class Nesting {
    private static final String IN_CHAIN = "1.2.840.113556.1.4.1941";

    private Nesting() {}

    /** @param dn of a person */
    static Filter groupsOf(String dn) {
        return Filter.createExtensibleMatchFilter("member", IN_CHAIN, false, dn);
    }

    /** @param dn of a group */
    static Filter membersOf(String dn) {
        return Filter.createExtensibleMatchFilter("memberOf", IN_CHAIN, false, dn);
    }
}
