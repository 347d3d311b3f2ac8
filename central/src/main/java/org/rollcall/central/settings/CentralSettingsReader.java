package org.rollcall.central.settings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.rollcall.central.access.Grants;
import org.rollcall.central.park.ParkRule;
import org.rollcall.central.settings.CentralSettings.Directory;
import org.rollcall.central.settings.CentralSettings.History;
import org.rollcall.central.settings.CentralSettings.ParkSettings;
import org.rollcall.central.settings.CentralSettings.Store;
import org.rollcall.central.settings.CentralSettings.Web;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.SecretFile;
import org.rollcall.xmpp.settings.Setting;
import org.rollcall.xmpp.settings.SettingsReader;
import org.rollcall.xmpp.settings.Source;
import org.rollcall.xmpp.settings.Values;
import org.rollcall.xmpp.settings.XmppKeys;
import org.rollcall.xmpp.settings.XmppSettingsReader;

/** Makes {@link CentralSettings} of files, environment and command line. */
public final class CentralSettingsReader {
    private final Path stateFolder;

    /** @param stateFolder where the database lies unless the settings say otherwise */
    public CentralSettingsReader(Path stateFolder) {
        this.stateFolder = stateFolder;
    }

    /** The result is to be used only when no problem is {@linkplain Problems#fatal fatal}; else values may be null. */
    public CentralSettings read(List<Source> weakestFirst, Problems problems) {
        Map<Setting<?>, String> computed = new HashMap<>();
        computed.put(XmppKeys.USER, "windows");
        computed.put(XmppKeys.RESOURCE, "central");
        computed.put(CentralKeys.STORE_URL, "jdbc:sqlite:" + stateFolder.resolve("central.db"));
        Values values =
                new SettingsReader(CentralKeys.ALL, computed, Set.of(XmppKeys.DOMAIN)).read(weakestFirst, problems);
        together(values, problems, CentralKeys.WEB_CERTIFICATE_FILE, CentralKeys.WEB_KEY_FILE);
        Directory directory = directory(values, problems);
        Grants grants = AccessReader.read(values, problems);
        groups(grants, directory, values, problems);
        together(values, problems, CentralKeys.ENROL_ADMIN_USER, CentralKeys.ENROL_ADMIN_PASSWORD_FILE);
        if (values.tried(CentralKeys.ENROL_ACCOUNT.key())) {
            together(values, problems, CentralKeys.ENROL_ACCOUNT, CentralKeys.ENROL_ADMIN_USER);
        }
        return new CentralSettings(
                XmppSettingsReader.read(values, problems),
                store(values),
                web(values),
                park(values, problems),
                directory,
                grants,
                EnrolmentReader.read(values, problems),
                new History(
                        values.get(CentralKeys.HISTORY_KEEP),
                        values.get(CentralKeys.AUDIT_KEEP),
                        values.get(CentralKeys.LOGS_KEEP),
                        Boolean.TRUE.equals(values.get(CentralKeys.HIDE_STAFF_PROCESSES))),
                values.inForce());
    }

    private static Store store(Values values) {
        return new Store(
                values.get(CentralKeys.STORE_URL),
                values.get(CentralKeys.STORE_USER),
                secret(values.get(CentralKeys.STORE_PASSWORD_FILE)));
    }

    private static Web web(Values values) {
        return new Web(
                values.get(CentralKeys.WEB_LISTEN),
                values.get(CentralKeys.WEB_CERTIFICATE_FILE),
                values.get(CentralKeys.WEB_KEY_FILE),
                values.get(CentralKeys.WEB_PUBLIC_URL),
                list(values, CentralKeys.WEB_TRUSTED_PROXIES),
                Set.copyOf(list(values, CentralKeys.WEB_SIGN_IN)),
                values.get(CentralKeys.WEB_USER_HEADER),
                values.get(CentralKeys.WEB_GROUPS_HEADER),
                values.get(CentralKeys.WEB_TITLE),
                values.get(CentralKeys.WEB_CONTROLLER),
                values.get(CentralKeys.WEB_CONTACT));
    }

    private static ParkSettings park(Values values, Problems problems) {
        Pattern rule = values.get(CentralKeys.PARK_RULE);
        if (rule != null && !ParkRule.tellsRooms(rule)) {
            problems.error(values.where(CentralKeys.PARK_RULE.key()), "park.rule.room", CentralKeys.PARK_RULE.key());
        }
        String domain = values.get(CentralKeys.PARK_DOMAIN);
        return new ParkSettings(
                domain == null ? values.get(XmppKeys.DOMAIN) : domain,
                rule,
                values.get(CentralKeys.PARK_ROOMS_FILE),
                values.get(CentralKeys.PARK_PEOPLE_FILE),
                list(values, CentralKeys.PARK_WAKE_BROADCAST));
    }

    private static Directory directory(Values values, Problems problems) {
        together(values, problems, CentralKeys.LDAP_URL, CentralKeys.LDAP_BASE);
        together(values, problems, CentralKeys.LDAP_BIND_DN, CentralKeys.LDAP_PASSWORD_FILE);
        signIn(values, problems);
        return DirectoryReader.read(values, problems);
    }

    /** Ways to sign in that nobody could use. */
    private static void signIn(Values values, Problems problems) {
        String key = CentralKeys.WEB_SIGN_IN.key();
        List<String> chosen = list(values, CentralKeys.WEB_SIGN_IN);
        if (chosen.contains("directory") && !values.tried(CentralKeys.LDAP_URL.key())) {
            problems.error(values.where(key), "sign-in.needs", key, "directory", CentralKeys.LDAP_URL.key());
        }
        if (chosen.contains("header") && !values.tried(CentralKeys.WEB_TRUSTED_PROXIES.key())) {
            problems.error(values.where(key), "sign-in.needs", key, "header", CentralKeys.WEB_TRUSTED_PROXIES.key());
        }
    }

    /** Groups that nobody who signs in would be known to be in. */
    private static void groups(Grants grants, Directory directory, Values values, Problems problems) {
        boolean asked = directory != null && directory.xmppAccounts();
        boolean signedIn = list(values, CentralKeys.WEB_SIGN_IN).stream().anyMatch(way -> !way.equals("xmpp"));
        if (!grants.groups().isEmpty() && !asked && !signedIn) {
            String group = "group:" + grants.groups().iterator().next();
            problems.add(
                    false,
                    CentralKeys.WEB_SIGN_IN.key(),
                    "access.groups",
                    group,
                    CentralKeys.WEB_SIGN_IN.key(),
                    CentralKeys.LDAP_XMPP_ACCOUNTS.key());
        }
    }

    /** Two settings of which neither is of use alone. */
    private static void together(Values values, Problems problems, Setting<?> one, Setting<?> other) {
        boolean hasOne = values.tried(one.key());
        if (hasOne != values.tried(other.key())) {
            String set = hasOne ? one.key() : other.key();
            String missing = hasOne ? other.key() : one.key();
            problems.error(values.where(set), "both.needed", set, missing);
        }
    }

    private static List<String> list(Values values, Setting<List<String>> setting) {
        List<String> list = values.get(setting);
        return list == null ? List.of() : list;
    }

    private static Supplier<char[]> secret(Path file) {
        return file == null ? null : new SecretFile(file);
    }
}
