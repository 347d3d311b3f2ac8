package org.rollcall.central.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rollcall.central.settings.CentralSettings;
import org.rollcall.xmpp.text.XmlText;

/** What central asks a directory. Each question has a connection of its own; thread-safe. */
public final class Directory {
    /** While a person waits for the answer. */
    static final Duration WAITED_FOR = Duration.ofSeconds(4);

    private static final Duration IN_THE_BACKGROUND = Duration.ofSeconds(30);

    private final CentralSettings.Directory settings;
    private final Connections connections;
    private final Filter people;
    private final PeopleSearch search;
    private final OnesGroups groups;

    /** @throws IllegalArgumentException with a sentence, if the settings can never work */
    public Directory(CentralSettings.Directory settings) {
        this.settings = settings;
        connections = new Connections(settings);
        people = filter("directory.people-filter", settings.peopleFilter());
        Filter staff = settings.staffFilter() == null ? null : filter("directory.staff-filter", settings.staffFilter());
        search = new PeopleSearch(settings, people, staff);
        groups = new OnesGroups(settings.base(), settings.nestedGroups());
    }

    /**
     * Everybody whom the filter matches; takes its time.
     *
     * @param groups whose members are to be told as well, by name in any case
     */
    public Everybody everybody(Set<String> groups) throws DirectoryException {
        try (LDAPConnection connection = connections.open(IN_THE_BACKGROUND)) {
            return search.all(connection, groups);
        } catch (LDAPException e) {
            throw DirectoryFailures.asking("all", e);
        }
    }

    /**
     * Whose password it is; some seconds at most.
     *
     * @return empty when there is no such login, or the password is wrong, or the directory locks the account
     */
    public Optional<Account> signIn(String login, char[] password) throws DirectoryException {
        // A bind with a name and no password succeeds as nobody: RFC 4513, section 5.1.2.
        if (login.isBlank() || password.length == 0) {
            return Optional.empty();
        }
        try (LDAPConnection connection = connections.open(WAITED_FOR)) {
            Optional<SearchResultEntry> entry = entry(connection, login);
            // As much is done for a login that does not exist: how long it takes must not tell.
            String dn = entry.map(SearchResultEntry::getDN).orElseGet(this::nobody);
            if (!binds(dn, password) || entry.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(account(connection, entry.get(), login));
        } catch (LDAPException e) {
            throw DirectoryFailures.asking("one", e);
        }
    }

    /** Somebody whose name is certain already. */
    public Optional<Account> find(String login) throws DirectoryException {
        try (LDAPConnection connection = connections.open(WAITED_FOR)) {
            Optional<SearchResultEntry> entry = entry(connection, login);
            return entry.isEmpty() ? Optional.empty() : Optional.of(account(connection, entry.get(), login));
        } catch (LDAPException e) {
            throw DirectoryFailures.asking("one", e);
        }
    }

    private boolean binds(String dn, char[] password) throws DirectoryException {
        try (LDAPConnection connection = connections.connect(WAITED_FOR)) {
            Connections.bind(connection, dn, password);
            return true;
        } catch (LDAPException e) {
            if (e.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)
                    || e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)
                    || e.getResultCode().equals(ResultCode.INVALID_DN_SYNTAX)
                    || e.getResultCode().equals(ResultCode.UNWILLING_TO_PERFORM)
                    || e.getResultCode().equals(ResultCode.INAPPROPRIATE_AUTHENTICATION)) {
                return false;
            }
            throw DirectoryFailures.asking("check", e);
        }
    }

    private String nobody() {
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        return "cn=" + HexFormat.of().formatHex(random) + "," + settings.base();
    }

    /** Two of one login are none: whose password would it be? */
    private Optional<SearchResultEntry> entry(LDAPConnection connection, String login) throws LDAPException {
        boolean principal = login.indexOf('@') >= 0 && settings.principalAttribute() != null;
        // Without a login there is nobody whom a role could be given to, and what was typed may look like a JID.
        Filter one = principal
                ? Filter.createANDFilter(
                        people,
                        Filter.createPresenceFilter(settings.loginAttribute()),
                        Filter.createEqualityFilter(settings.principalAttribute(), login))
                : Filter.createANDFilter(people, Filter.createEqualityFilter(settings.loginAttribute(), login));
        SearchRequest request = new SearchRequest(
                settings.base(),
                SearchScope.SUB,
                one,
                settings.loginAttribute(),
                settings.nameAttribute(),
                Memberships.MEMBER_OF);
        request.setSizeLimit(2);
        request.setTimeLimitSeconds(Math.toIntExact(WAITED_FOR.toSeconds()));
        List<SearchResultEntry> found = search(connection, request);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private Account account(LDAPConnection connection, SearchResultEntry entry, String asked) throws LDAPException {
        String login = entry.getAttributeValue(settings.loginAttribute());
        return new Account(
                entry.getDN(),
                login == null ? asked : login,
                XmlText.name(entry.getAttributeValue(settings.nameAttribute())),
                groups.of(connection, entry, login == null ? asked : login));
    }

    /** {@code cn=teachers,ou=groups,dc=iut} is teachers. */
    static Optional<String> firstName(String dn) {
        try {
            RDN first = new DN(dn).getRDN();
            return first == null ? Optional.empty() : Optional.of(first.getAttributeValues()[0]);
        } catch (LDAPException e) {
            return Optional.empty();
        }
    }

    /** As many as may be told, where there are more. */
    static List<SearchResultEntry> search(LDAPConnection connection, SearchRequest request) throws LDAPException {
        try {
            return connection.search(request).getSearchEntries();
        } catch (LDAPSearchException e) {
            if (e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED) && e.getSearchEntries() != null) {
                return e.getSearchEntries();
            }
            throw e;
        }
    }

    private static Filter filter(String key, String text) {
        try {
            return Filter.create(text);
        } catch (LDAPException e) {
            throw new IllegalArgumentException(key + " is not an LDAP filter: " + e.getMessage(), e);
        }
    }
}
