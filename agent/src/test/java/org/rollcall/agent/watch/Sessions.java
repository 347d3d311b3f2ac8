package org.rollcall.agent.watch;

import java.time.Instant;
import org.rollcall.agent.host.Session;
import org.rollcall.agent.host.Session.Kind;
import org.rollcall.agent.host.Session.State;

/** Sessions as a host would read them. */
public final class Sessions {
    public static final Instant LOGON = Instant.parse("2026-11-22T12:09:56Z");

    private Sessions() {}

    public static Session console(int id, String user) {
        return console(id, user, LOGON);
    }

    public static Session console(int id, String user, Instant logon) {
        return new Session(
                id, user, "IUT", "S-1-5-21-" + user, null, State.ACTIVE, Kind.CONSOLE, logon, false, null, null, null);
    }

    public static Session locked(Session of, Boolean locked) {
        return new Session(
                of.id(),
                of.user(),
                of.domain(),
                of.sid(),
                of.fullName(),
                of.state(),
                of.kind(),
                of.logonTime(),
                locked,
                of.idleSince(),
                of.clientName(),
                of.clientAddress());
    }

    public static Session left(Session of) {
        return new Session(
                of.id(),
                of.user(),
                of.domain(),
                of.sid(),
                of.fullName(),
                State.DISCONNECTED,
                of.kind(),
                of.logonTime(),
                null,
                null,
                null,
                null);
    }

    public static Session remote(Session of, String client) {
        return new Session(
                of.id(),
                of.user(),
                of.domain(),
                of.sid(),
                of.fullName(),
                State.ACTIVE,
                Kind.RDP,
                of.logonTime(),
                of.locked(),
                of.idleSince(),
                client,
                "10.0.0.9");
    }

    public static Session idle(Session of, Instant since) {
        return new Session(
                of.id(),
                of.user(),
                of.domain(),
                of.sid(),
                of.fullName(),
                of.state(),
                of.kind(),
                of.logonTime(),
                of.locked(),
                since,
                of.clientName(),
                of.clientAddress());
    }

    static Session logonSeenAt(Session of, Instant logon) {
        return new Session(
                of.id(),
                of.user(),
                of.domain(),
                of.sid(),
                of.fullName(),
                of.state(),
                of.kind(),
                logon,
                of.locked(),
                of.idleSince(),
                of.clientName(),
                of.clientAddress());
    }
}
