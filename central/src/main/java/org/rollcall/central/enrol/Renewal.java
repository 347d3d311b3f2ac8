package org.rollcall.central.enrol;

import java.util.Locale;
import org.jxmpp.jid.BareJid;

/**
 * What became of renewing one machine's password.
 *
 * @param details of the machine or of the server, in English; null for none
 */
public record Renewal(BareJid machine, Result result, String details) {

    public enum Result {
        DONE,
        /** The machine is not there; its password is as it was. */
        OFF,
        /** The machine did not give a new one. */
        REFUSED,
        /** The server did not take it; the old one is in force. */
        FAILED,
        /** Not in time. */
        LATE;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
