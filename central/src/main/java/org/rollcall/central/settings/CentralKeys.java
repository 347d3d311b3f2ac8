package org.rollcall.central.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jxmpp.jid.BareJid;
import org.rollcall.xmpp.settings.FileTypes;
import org.rollcall.xmpp.settings.JidTypes;
import org.rollcall.xmpp.settings.Setting;
import org.rollcall.xmpp.settings.Types;
import org.rollcall.xmpp.settings.ValueType;
import org.rollcall.xmpp.settings.XmppKeys;

/** Every key of {@code central.toml}. */
public final class CentralKeys {
    private static final ValueType<List<String>> TEXTS = Types.list(Types.TEXT);
    private static final ValueType<Duration> KEPT = Types.duration(Duration.ofDays(1), Duration.ofDays(3650));

    public static final Setting<String> STORE_URL = key("store.url", StoreUrlType.STORE_URL);
    public static final Setting<String> STORE_USER = key("store.user", Types.TEXT);
    public static final Setting<Path> STORE_PASSWORD_FILE = key("store.password-file", FileTypes.SECRET_FILE);

    public static final Setting<HostAndPort> WEB_LISTEN =
            key("web.listen", HostAndPort.TYPE).orElse("127.0.0.1:8080");
    public static final Setting<Path> WEB_CERTIFICATE_FILE = key("web.certificate-file", FileTypes.EXISTING_FILE);
    public static final Setting<Path> WEB_KEY_FILE = key("web.key-file", FileTypes.SECRET_FILE);
    public static final Setting<String> WEB_PUBLIC_URL = key("web.public-url", Types.TEXT);
    public static final Setting<List<String>> WEB_TRUSTED_PROXIES =
            key("web.trusted-proxies", TEXTS).orElse("");
    public static final Setting<List<String>> WEB_SIGN_IN =
            key("web.sign-in", Types.list(SignInType.SIGN_IN)).orElse("xmpp");
    public static final Setting<String> WEB_USER_HEADER =
            key("web.user-header", Types.TEXT).orElse("X-Remote-User");
    public static final Setting<String> WEB_GROUPS_HEADER = key("web.groups-header", Types.TEXT);

    public static final Setting<String> WEB_TITLE = key("web.title", Types.TEXT).orElse("Rollcall");
    public static final Setting<String> WEB_CONTROLLER = key("web.controller", Types.TEXT);
    public static final Setting<String> WEB_CONTACT = key("web.contact", Types.TEXT);

    public static final Setting<String> PARK_DOMAIN = key("park.domain", JidTypes.DOMAIN);
    public static final Setting<Pattern> PARK_RULE =
            key("park.rule", Types.PATTERN).orElse("(?<room>[A-Za-z]\\d{3})(?<seat>.+)");
    public static final Setting<Path> PARK_ROOMS_FILE = key("park.rooms-file", FileTypes.PATH);
    public static final Setting<Path> PARK_PEOPLE_FILE = key("park.people-file", FileTypes.PATH);
    public static final Setting<List<String>> PARK_WAKE_BROADCAST =
            key("park.wake-broadcast", TEXTS).orElse("");

    public static final Setting<String> LDAP_URL = key("directory.url", Types.TEXT);
    public static final Setting<Boolean> LDAP_START_TLS =
            key("directory.start-tls", Types.FLAG).orElse("false");
    public static final Setting<Path> LDAP_CA_FILE = key("directory.ca-file", FileTypes.EXISTING_FILE);
    public static final Setting<String> LDAP_BIND_DN = key("directory.bind-dn", Types.TEXT);
    public static final Setting<Path> LDAP_PASSWORD_FILE = key("directory.password-file", FileTypes.SECRET_FILE);
    public static final Setting<String> LDAP_BASE = key("directory.base", Types.TEXT);
    public static final Setting<String> LDAP_PEOPLE_FILTER =
            key("directory.people-filter", Types.TEXT).orElse("(objectClass=person)");
    public static final Setting<String> LDAP_LOGIN_ATTRIBUTE =
            key("directory.login-attribute", Types.TEXT).orElse("sAMAccountName");
    public static final Setting<String> LDAP_PRINCIPAL_ATTRIBUTE = key("directory.principal-attribute", Types.TEXT);
    public static final Setting<String> LDAP_NAME_ATTRIBUTE =
            key("directory.name-attribute", Types.TEXT).orElse("displayName");
    public static final Setting<String> LDAP_GROUP_ATTRIBUTE =
            key("directory.group-attribute", Types.TEXT).orElse("department");
    public static final Setting<String> LDAP_STAFF_FILTER = key("directory.staff-filter", Types.TEXT);
    public static final Setting<Boolean> LDAP_NESTED_GROUPS =
            key("directory.nested-groups", Types.FLAG).orElse("false");
    public static final Setting<Duration> LDAP_REFRESH_EVERY = key(
                    "directory.refresh-every", Types.duration(Duration.ofMinutes(1), Duration.ofDays(7)))
            .orElse("1h");
    public static final Setting<Boolean> LDAP_XMPP_ACCOUNTS =
            key("directory.xmpp-accounts", Types.FLAG).orElse("false");

    public static final Setting<List<String>> VIEWERS =
            key("access.viewers", TEXTS).orElse("");
    public static final Setting<List<String>> OPERATORS =
            key("access.operators", TEXTS).orElse("");
    public static final Setting<List<String>> ADMINS =
            key("access.admins", TEXTS).orElse("");
    public static final Setting<List<String>> ROOM_VIEWERS =
            key("access.rooms.*.viewers", TEXTS).orElse("");
    public static final Setting<List<String>> ROOM_OPERATORS =
            key("access.rooms.*.operators", TEXTS).orElse("");
    public static final Setting<List<String>> ROOM_ADMINS =
            key("access.rooms.*.admins", TEXTS).orElse("");

    public static final Setting<BareJid> ENROL_ACCOUNT = key("enrol.account", JidTypes.ACCOUNT);
    public static final Setting<String> ENROL_ADMIN_USER = key("enrol.admin-user", Types.TEXT);
    public static final Setting<Path> ENROL_ADMIN_PASSWORD_FILE =
            key("enrol.admin-password-file", FileTypes.SECRET_FILE);

    public static final Setting<Duration> HISTORY_KEEP =
            key("history.keep", KEPT).orElse("180d");
    public static final Setting<Duration> AUDIT_KEEP =
            key("history.keep-audit", KEPT).orElse("180d");
    public static final Setting<Duration> LOGS_KEEP =
            key("history.keep-logs", KEPT).orElse("180d");
    public static final Setting<Boolean> HIDE_STAFF_PROCESSES =
            key("history.hide-staff-processes", Types.FLAG).orElse("true");

    /** All of them, in the order in which they are shown. */
    public static final List<Setting<?>> ALL = all();

    private CentralKeys() {}

    private static <T> Setting<T> key(String key, ValueType<T> type) {
        return Setting.of(CentralKeys.class, key, type);
    }

    private static List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>(XmppKeys.ALL);
        all.addAll(List.of(STORE_URL, STORE_USER, STORE_PASSWORD_FILE));
        all.addAll(List.of(
                WEB_LISTEN,
                WEB_CERTIFICATE_FILE,
                WEB_KEY_FILE,
                WEB_PUBLIC_URL,
                WEB_TRUSTED_PROXIES,
                WEB_SIGN_IN,
                WEB_USER_HEADER,
                WEB_GROUPS_HEADER));
        all.addAll(List.of(WEB_TITLE, WEB_CONTROLLER, WEB_CONTACT));
        all.addAll(List.of(PARK_DOMAIN, PARK_RULE, PARK_ROOMS_FILE, PARK_PEOPLE_FILE, PARK_WAKE_BROADCAST));
        all.addAll(List.of(
                LDAP_URL,
                LDAP_START_TLS,
                LDAP_CA_FILE,
                LDAP_BIND_DN,
                LDAP_PASSWORD_FILE,
                LDAP_BASE,
                LDAP_PEOPLE_FILTER,
                LDAP_LOGIN_ATTRIBUTE,
                LDAP_PRINCIPAL_ATTRIBUTE,
                LDAP_NAME_ATTRIBUTE,
                LDAP_GROUP_ATTRIBUTE,
                LDAP_STAFF_FILTER,
                LDAP_NESTED_GROUPS,
                LDAP_REFRESH_EVERY,
                LDAP_XMPP_ACCOUNTS));
        all.addAll(List.of(VIEWERS, OPERATORS, ADMINS, ROOM_VIEWERS, ROOM_OPERATORS, ROOM_ADMINS));
        all.addAll(List.of(ENROL_ACCOUNT, ENROL_ADMIN_USER, ENROL_ADMIN_PASSWORD_FILE));
        all.addAll(List.of(HISTORY_KEEP, AUDIT_KEEP, LOGS_KEEP, HIDE_STAFF_PROCESSES));
        return List.copyOf(all);
    }
}
