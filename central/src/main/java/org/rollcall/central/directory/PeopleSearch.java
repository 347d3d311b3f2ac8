package org.rollcall.central.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.rollcall.central.park.PeopleIndex;
import org.rollcall.central.park.Person;
import org.rollcall.central.settings.CentralSettings;
import org.rollcall.xmpp.text.XmlText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads everybody, page by page: Active Directory gives no more than 1,000 entries at once.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2696">RFC 2696: Simple Paged Results</a>
 */
final class PeopleSearch {
    private static final Logger LOG = LoggerFactory.getLogger(PeopleSearch.class);
    private static final int PAGE = 500;
    private static final int MOST = 200_000;

    private final CentralSettings.Directory settings;
    private final Filter people;
    private final Filter staff;

    /** @param staff null: nobody is */
    PeopleSearch(CentralSettings.Directory settings, Filter people, Filter staff) {
        this.settings = settings;
        this.people = people;
        this.staff = staff;
    }

    /** @param groups which of them to look for */
    Everybody all(LDAPConnection connection, Set<String> groups) throws LDAPException {
        // Asked, not computed here: the filter may use what only the server knows, such as nested groups.
        Set<String> staffDns = new HashSet<>();
        if (staff != null) {
            each(connection, Filter.createANDFilter(people, staff), entry -> staffDns.add(entry.getDN()), "1.1");
        }
        Map<String, Person> all = new LinkedHashMap<>();
        Memberships memberships = new Memberships(groups);
        List<String> attributes = new ArrayList<>(
                List.of(settings.loginAttribute(), settings.nameAttribute(), settings.groupAttribute()));
        if (memberships.areWanted()) {
            attributes.add(Memberships.MEMBER_OF);
        }
        each(
                connection,
                people,
                entry -> add(all, memberships, entry, staffDns.contains(entry.getDN())),
                attributes.toArray(String[]::new));
        if (memberships.areWanted() && settings.nestedGroups()) {
            nested(connection, memberships);
        } else if (memberships.areWanted()) {
            each(connection, memberships.groups(), memberships::group, Memberships.OF_GROUPS);
        }
        return new Everybody(all.values(), memberships.all());
    }

    private void nested(LDAPConnection connection, Memberships memberships) throws LDAPException {
        Map<String, String> namesByDn = new LinkedHashMap<>();
        each(
                connection,
                memberships.groups(),
                group -> namesByDn.put(group.getDN(), group.getAttributeValue("cn")),
                "cn");
        for (Map.Entry<String, String> group : namesByDn.entrySet()) {
            each(
                    connection,
                    Filter.createANDFilter(people, Nesting.membersOf(group.getKey())),
                    person -> memberships.member(text(person, settings.loginAttribute()), group.getValue()),
                    settings.loginAttribute());
        }
    }

    private void add(Map<String, Person> all, Memberships memberships, SearchResultEntry entry, boolean isStaff) {
        String login = text(entry, settings.loginAttribute());
        if (login == null) {
            return;
        }
        if (memberships.areWanted()) {
            memberships.person(login, entry);
        }
        String key = PeopleIndex.key(login);
        all.put(
                key,
                new Person(
                        key, text(entry, settings.nameAttribute()), text(entry, settings.groupAttribute()), isStaff));
    }

    private static String text(SearchResultEntry entry, String attribute) {
        String value = attribute == null ? null : entry.getAttributeValue(attribute);
        return value == null || value.isBlank() ? null : XmlText.name(value.strip());
    }

    private void each(LDAPConnection connection, Filter filter, Consumer<SearchResultEntry> taker, String... attributes)
            throws LDAPException {
        SearchRequest request = new SearchRequest(settings.base(), SearchScope.SUB, filter, attributes);
        ASN1OctetString cookie = null;
        int count = 0;
        do {
            request.setControls(new SimplePagedResultsControl(PAGE, cookie));
            SearchResult result = connection.search(request);
            for (SearchResultEntry entry : result.getSearchEntries()) {
                if (++count > MOST) {
                    LOG.warn(
                            "The directory has more than {} people for {}: the rest is left out, narrow"
                                    + " directory.people-filter",
                            MOST,
                            filter);
                    return;
                }
                taker.accept(entry);
            }
            SimplePagedResultsControl more = SimplePagedResultsControl.get(result);
            cookie = more != null && more.moreResultsToReturn() ? more.getCookie() : null;
        } while (cookie != null);
    }
}
