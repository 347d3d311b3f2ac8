package org.rollcall.xmpp.settings;

import java.nio.file.Path;
import java.util.List;
import org.rollcall.xmpp.link.LinkSettings;

/** The keys of the {@code [xmpp]} table, which is the same in every program's file. */
public final class XmppKeys {
    public static final Setting<String> DOMAIN = key("domain", JidTypes.DOMAIN);
    public static final Setting<String> HOST = key("host", Types.TEXT);
    public static final Setting<Integer> PORT =
            key("port", Types.number(1, 65535)).orElse(String.valueOf(LinkSettings.DEFAULT_PORT));
    public static final Setting<String> USER = key("user", JidTypes.USER);
    public static final Setting<Path> PASSWORD_FILE = key("password-file", FileTypes.SECRET_FILE);
    public static final Setting<String> PASSWORD = key("password", Types.TEXT).asSecret();
    public static final Setting<String> RESOURCE = key("resource", JidTypes.RESOURCE);
    public static final Setting<Path> CA_FILE = key("ca-file", FileTypes.EXISTING_FILE);
    public static final Setting<String> CERTIFICATE_SHA256 = key("certificate-sha256", FileTypes.FINGERPRINT);
    public static final Setting<Path> CLIENT_CERTIFICATE = key("client-certificate", FileTypes.EXISTING_FILE);
    public static final Setting<Path> CLIENT_CERTIFICATE_PASSWORD_FILE =
            key("client-certificate-password-file", FileTypes.SECRET_FILE);
    public static final Setting<String> CLIENT_CERTIFICATE_PASSWORD =
            key("client-certificate-password", Types.TEXT).asSecret();
    public static final Setting<Boolean> ALLOW_PLAIN =
            key("allow-plain", Types.FLAG).orElse("false");

    /** All of them, in the order in which they are shown. */
    public static final List<Setting<?>> ALL = List.of(
            DOMAIN,
            HOST,
            PORT,
            USER,
            PASSWORD_FILE,
            PASSWORD,
            RESOURCE,
            CA_FILE,
            CERTIFICATE_SHA256,
            CLIENT_CERTIFICATE,
            CLIENT_CERTIFICATE_PASSWORD_FILE,
            CLIENT_CERTIFICATE_PASSWORD,
            ALLOW_PLAIN);

    private XmppKeys() {}

    private static <T> Setting<T> key(String name, ValueType<T> type) {
        return Setting.of(XmppKeys.class, "xmpp." + name, type);
    }
}
