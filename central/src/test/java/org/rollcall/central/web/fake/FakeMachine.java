package org.rollcall.central.web.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.central.board.Condition;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.board.SessionNow;
import org.rollcall.central.park.Place;

/** A machine to be put on a board; the other fields have plausible values. */
public record FakeMachine(
        String name,
        String room,
        Integer row,
        Integer column,
        Condition condition,
        Instant since,
        List<SessionNow> sessions,
        String address,
        String lastUser,
        Instant lastUserAt,
        Duration clockOff,
        boolean unconfirmed,
        String version) {
    private static final Instant BOOT = Instant.parse("2026-11-23T06:58:12Z");

    public static FakeMachine free(String name, String room) {
        return new FakeMachine(
                name, room, null, null, Condition.FREE, BOOT, List.of(), "10.2.3.22", null, null, null, false, "1.0.0");
    }

    public FakeMachine at(int row, int column, String address) {
        return new FakeMachine(
                name,
                room,
                row,
                column,
                condition,
                since,
                sessions,
                address,
                lastUser,
                lastUserAt,
                clockOff,
                unconfirmed,
                version);
    }

    public FakeMachine in(Condition condition, Instant since, SessionNow... sessions) {
        String user = sessions.length > 0 ? sessions[0].user() : lastUser;
        Instant userAt = sessions.length > 0 ? since : lastUserAt;
        return new FakeMachine(
                name,
                room,
                row,
                column,
                condition,
                since,
                List.of(sessions),
                address,
                user,
                userAt,
                clockOff,
                unconfirmed,
                version);
    }

    public FakeMachine movedTo(String room) {
        return new FakeMachine(
                name,
                room,
                row,
                column,
                condition,
                since,
                sessions,
                address,
                lastUser,
                lastUserAt,
                clockOff,
                unconfirmed,
                version);
    }

    public FakeMachine clockOff(Duration off) {
        return new FakeMachine(
                name,
                room,
                row,
                column,
                condition,
                since,
                sessions,
                address,
                lastUser,
                lastUserAt,
                off,
                unconfirmed,
                version);
    }

    public FakeMachine version(String version) {
        return new FakeMachine(
                name,
                room,
                row,
                column,
                condition,
                since,
                sessions,
                address,
                lastUser,
                lastUserAt,
                clockOff,
                unconfirmed,
                version);
    }

    public static SessionNow session(String user, String fullName, String group, boolean staff, Instant since) {
        return new SessionNow(
                1, "01J" + user, user, "IUT", fullName, group, staff, "active", "console", since, false, null, null);
    }

    public BareJid jid() {
        return JidCreate.bareFromOrThrowUnchecked(account() + "@iut.rdz");
    }

    public String account() {
        return name.toLowerCase(Locale.ROOT);
    }

    MachineNow at(long revision) {
        boolean heard = condition != Condition.UNKNOWN;
        boolean on = condition.isOn();
        String seat = room != null && name.startsWith(room) ? name.substring(room.length()) : null;
        return new MachineNow(
                jid(),
                name,
                new Place(account(), room, seat, row, column, null),
                condition,
                since,
                unconfirmed,
                sessions,
                0,
                heard ? address : null,
                null,
                heard ? "00:1b:44:11:3a:b7" : null,
                heard ? version : null,
                on ? BOOT : null,
                on ? BOOT : null,
                lastUser,
                lastUserAt,
                heard ? since : null,
                clockOff,
                true,
                revision);
    }
}
