package org.rollcall.central.command;

import java.util.Locale;
import java.util.Optional;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.enrol.Office;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.text.MachineName;

/** The office, where there is one. */
final class Offices {
    private final Office office;

    /** @param office null where central manages no accounts */
    Offices(Office office) {
        this.office = office;
    }

    Optional<Office> find() {
        return Optional.ofNullable(office);
    }

    /** @throws Refusal where central manages no accounts */
    Office managing(Locale locale) throws Refusal {
        if (office == null) {
            throw new Refusal(Refusal.Reason.NOT_ALLOWED, Texts.text(locale, "refused.no-accounts"));
        }
        return office;
    }

    /** @throws Refusal where PCs do not enrol */
    Office enrolling(Locale locale) throws Refusal {
        if (office == null || !office.enrols()) {
            throw new Refusal(Refusal.Reason.NOT_ALLOWED, Texts.text(locale, "refused.no-enrolment"));
        }
        return office;
    }

    static String account(BareJid jid) {
        return MachineName.fromLocalpart(jid.getLocalpartOrThrow().toString());
    }

    /** By JID or by account, in any case. */
    static boolean isMeant(BareJid jid, String wanted) {
        return jid.toString().equalsIgnoreCase(wanted)
                || jid.getLocalpartOrNull() != null
                        && (jid.getLocalpartOrNull().toString().equalsIgnoreCase(wanted)
                                || account(jid).equalsIgnoreCase(wanted));
    }
}
