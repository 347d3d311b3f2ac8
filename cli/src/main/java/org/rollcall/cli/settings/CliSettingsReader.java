package org.rollcall.cli.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.rollcall.central.park.ParkRule;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.SettingsReader;
import org.rollcall.xmpp.settings.Source;
import org.rollcall.xmpp.settings.Values;
import org.rollcall.xmpp.settings.XmppKeys;
import org.rollcall.xmpp.settings.XmppSettings;
import org.rollcall.xmpp.settings.XmppSettingsReader;

/** Makes {@link CliSettings} of file, environment and command line. */
public final class CliSettingsReader {
    private CliSettingsReader() {}

    /** The result is to be used only when no problem is {@linkplain Problems#fatal fatal}; else values may be null. */
    public static CliSettings read(List<Source> weakestFirst, Problems problems) {
        // A resource of its own for each run: two terminals must not replace one another.
        String resource = "rollcall-" + UUID.randomUUID().toString().substring(0, 8);
        Values values = new SettingsReader(
                        CliKeys.ALL, Map.of(XmppKeys.RESOURCE, resource), Set.of(XmppKeys.DOMAIN, XmppKeys.USER))
                .read(weakestFirst, problems);
        XmppSettings xmpp = XmppSettingsReader.read(values, problems);
        Pattern rule = values.get(CliKeys.PARK_RULE);
        if (rule != null && !ParkRule.tellsRooms(rule)) {
            problems.error(values.where(CliKeys.PARK_RULE.key()), "park.rule.room", CliKeys.PARK_RULE.key());
        }
        String domain = values.get(CliKeys.PARK_DOMAIN);
        return new CliSettings(
                xmpp,
                values.get(CliKeys.CENTRAL_JID),
                domain == null ? xmpp.domain() : domain,
                rule == null ? null : new ParkRule(rule),
                values.inForce());
    }
}
