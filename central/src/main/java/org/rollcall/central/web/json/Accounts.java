package org.rollcall.central.web.json;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;
import org.rollcall.central.board.MachineNow;
import org.rollcall.xmpp.text.MachineName;

/** A machine's name in addresses of pages: its account's localpart as people write it. */
public final class Accounts {
    private Accounts() {}

    public static String of(BareJid jid) {
        return jid.getLocalpartOrNull() == null
                ? jid.toString()
                : MachineName.fromLocalpart(jid.getLocalpartOrNull().toString());
    }

    public static String of(MachineNow machine) {
        return of(machine.jid());
    }

    /** @param jid as the store keeps it */
    public static String of(String jid) {
        try {
            return of(JidCreate.bareFrom(jid));
        } catch (XmppStringprepException kept) {
            return jid;
        }
    }
}
