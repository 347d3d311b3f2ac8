package org.rollcall.central.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.web.ApiException;
import org.rollcall.central.web.json.Accounts;

/** The very sessions that a person saw in the preview, as the argument that machines take for it. */
final class SessionsMeant {
    private static final Set<String> COMMANDS = Set.of("message", "logoff", "disconnect");
    private static final String ARGUMENT = "sessions";
    private static final int MOST = 100;

    /** One of them. */
    record Session(Integer id, String user) {}

    private SessionsMeant() {}

    /** @param sessions account to its sessions; null: whomever the arguments mean */
    static Map<BareJid, Map<String, String>> of(
            String command, Map<String, List<Session>> sessions, List<BareJid> machines) {
        if (sessions != null && !COMMANDS.contains(command)) {
            throw ApiException.badRequest("sessions: message, logoff, disconnect");
        }
        Map<BareJid, Map<String, String>> all = new LinkedHashMap<>();
        for (BareJid machine : machines) {
            all.put(machine, sessions == null ? Map.of() : Map.of(ARGUMENT, text(sessions.get(Accounts.of(machine)))));
        }
        return all;
    }

    private static String text(List<Session> sessions) {
        if (sessions == null || sessions.isEmpty() || sessions.size() > MOST) {
            throw ApiException.badRequest("sessions: 1-" + MOST);
        }
        for (Session session : sessions) {
            if (session == null
                    || session.id() == null
                    || session.id() < 0
                    || session.user() == null
                    || session.user().isBlank()
                    || session.user().matches("(?s).*[,:].*")) {
                throw ApiException.badRequest("sessions");
            }
        }
        return sessions.stream()
                .map(session -> session.id() + ":" + session.user())
                .collect(Collectors.joining(","));
    }
}
