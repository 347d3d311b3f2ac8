package org.rollcall.cli.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jxmpp.jid.BareJid;
import org.rollcall.xmpp.settings.JidTypes;
import org.rollcall.xmpp.settings.Setting;
import org.rollcall.xmpp.settings.Types;
import org.rollcall.xmpp.settings.XmppKeys;

/** Every key of {@code cli.toml}. */
public final class CliKeys {
    public static final Setting<BareJid> CENTRAL_JID = Setting.of(CliKeys.class, "central.jid", JidTypes.ACCOUNT);
    public static final Setting<String> PARK_DOMAIN = Setting.of(CliKeys.class, "park.domain", JidTypes.DOMAIN);
    public static final Setting<Pattern> PARK_RULE =
            Setting.of(CliKeys.class, "park.rule", Types.PATTERN).orElse("(?<room>[A-Z]\\d{3})(?<seat>.+)");

    /** All of them, in the order in which they are shown. */
    public static final List<Setting<?>> ALL = all();

    private CliKeys() {}

    private static List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>(XmppKeys.ALL);
        all.addAll(List.of(CENTRAL_JID, PARK_DOMAIN, PARK_RULE));
        return List.copyOf(all);
    }
}
