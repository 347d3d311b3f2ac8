package org.rollcall.central.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;
import org.rollcall.central.access.Grants;
import org.rollcall.xmpp.settings.SettingValue;
import org.rollcall.xmpp.settings.XmppSettings;

/**
 * Everything central can be told.
 *
 * @param directory null: none
 * @param enrolment null: central manages no accounts
 * @param inForce every value with its source, for {@code check-config}
 */
public record CentralSettings(
        XmppSettings xmpp,
        Store store,
        Web web,
        ParkSettings park,
        Directory directory,
        Grants grants,
        Enrolment enrolment,
        History history,
        List<SettingValue> inForce) {

    /**
     * Where things are kept.
     *
     * @param url of JDBC: SQLite or PostgreSQL
     * @param user null for SQLite
     * @param password reads its file anew at each call; null for none
     */
    public record Store(String url, String user, Supplier<char[]> password) {}

    /**
     * The web page.
     *
     * @param certificateFile PEM; null: plain HTTP, on loopback or behind a trusted proxy only
     * @param publicUrl as people type it; null: what they typed
     * @param trustedProxies addresses or networks in CIDR form whose forwarded headers count
     * @param signIn the ways to sign in: {@code xmpp}, {@code directory}, {@code header}
     * @param groupsHeader null: none
     * @param title over each page
     * @param controller who answers for what is kept of people; null when the settings do not say
     * @param contact whom to ask about it; null when the settings do not say
     */
    public record Web(
            HostAndPort listen,
            Path certificateFile,
            Path keyFile,
            String publicUrl,
            List<String> trustedProxies,
            Set<String> signIn,
            String userHeader,
            String groupsHeader,
            String title,
            String controller,
            String contact) {}

    /**
     * Machines, rooms and people.
     *
     * @param domain of the machines' accounts
     * @param rule with the groups {@code room} and {@code seat}
     * @param roomsFile null: none
     * @param peopleFile null: none
     * @param wakeBroadcast addresses besides those of this host's own networks
     */
    public record ParkSettings(
            String domain, Pattern rule, Path roomsFile, Path peopleFile, List<String> wakeBroadcast) {}

    /**
     * An LDAP directory, such as Active Directory.
     *
     * @param url {@code ldaps://host:636} or {@code ldap://host:389}; several, with blanks between, are tried in turn
     * @param caFile null: the system's authorities
     * @param bindDn null: anonymous
     * @param password reads its file anew at each call; null for none
     * @param principalAttribute by which a name with an @ is looked up at the sign-in; null: by none
     * @param staffFilter who counts as staff; null: nobody
     * @param nestedGroups whether members of a group's groups are its members
     * @param xmppAccounts whether the accounts of the XMPP domain are the directory's logins
     */
    public record Directory(
            String url,
            boolean startTls,
            Path caFile,
            String bindDn,
            Supplier<char[]> password,
            String base,
            String peopleFilter,
            String loginAttribute,
            String principalAttribute,
            String nameAttribute,
            String groupAttribute,
            String staffFilter,
            boolean nestedGroups,
            Duration refreshEvery,
            boolean xmppAccounts) {}

    /**
     * How PCs come by accounts of their own.
     *
     * @param account what a PC signs in as to enrol; null: PCs do not enrol by themselves
     * @param admin may add, change and delete accounts on the server (XEP-0133)
     * @param adminPassword reads its file anew at each call
     */
    public record Enrolment(BareJid account, EntityBareJid admin, Supplier<char[]> adminPassword) {}

    /**
     * What is kept how long, and what viewers are not shown.
     *
     * @param keepLogs for how long whoever rotates central's log keeps it: told to people, not done by central
     */
    public record History(Duration keep, Duration keepAudit, Duration keepLogs, boolean hideStaffProcesses) {}

    public CentralSettings {
        inForce = List.copyOf(inForce);
    }
}
