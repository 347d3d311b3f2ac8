package org.rollcall.cli.settings;

import java.util.List;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.park.ParkRule;
import org.rollcall.xmpp.settings.SettingValue;
import org.rollcall.xmpp.settings.XmppSettings;

/**
 * Everything the command can be told.
 *
 * @param central null: there is none
 * @param machineDomain where the machines' accounts are
 * @param inForce every value above with its source, for {@code check-config}
 */
public record CliSettings(
        XmppSettings xmpp, BareJid central, String machineDomain, ParkRule rule, List<SettingValue> inForce) {

    public CliSettings {
        inForce = List.copyOf(inForce);
    }
}
