package org.rollcall.agent.command;

import java.util.List;
import java.util.Locale;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.host.HostProcess;
import org.rollcall.agent.host.ReadingFailedException;
import org.rollcall.agent.host.Session;
import org.rollcall.xmpp.command.Refusal;

/** The host's readings, a failed one said to the asker: it is never an empty table. */
final class Readings {
    private Readings() {}

    static List<Session> sessions(Host host, Locale locale) throws Refusal {
        try {
            return host.sessions();
        } catch (ReadingFailedException e) {
            throw failed(locale, e);
        }
    }

    static List<HostProcess> processes(Host host, Locale locale) throws Refusal {
        try {
            return host.processes();
        } catch (ReadingFailedException e) {
            throw failed(locale, e);
        }
    }

    private static Refusal failed(Locale locale, ReadingFailedException e) {
        return Texts.refusal(Refusal.Reason.INTERNAL_SERVER_ERROR, locale, "refused.reading", e.getMessage());
    }

    /** {@code IUT\kevin.marchais}, or the login alone; null when unknown. */
    static String account(String domain, String user) {
        return domain == null || domain.isEmpty() || user == null ? user : domain + "\\" + user;
    }
}
