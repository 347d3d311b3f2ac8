package org.rollcall.central.enrol;

import org.jxmpp.jid.BareJid;

/**
 * What is to become of one who asks.
 *
 * @param kind may, waits, or is no machine of this park
 * @param reason why it waits
 * @param mayTakeOver whether an account that exists already may be given the new password
 * @param formerly the name under which this hardware is known, to be renamed, or to be asked about; null for none
 */
record Verdict(Kind kind, String reason, boolean mayTakeOver, BareJid formerly) {

    enum Kind {
        ADMIT,
        WAIT,
        OUTSIDE
    }

    static Verdict outside() {
        return new Verdict(Kind.OUTSIDE, null, false, null);
    }

    static Verdict wait(String reason, BareJid formerly) {
        return new Verdict(Kind.WAIT, reason, false, formerly);
    }

    static Verdict admit(boolean mayTakeOver, BareJid formerly) {
        return new Verdict(Kind.ADMIT, null, mayTakeOver, formerly);
    }
}
