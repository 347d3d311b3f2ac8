package org.rollcall.central.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rollcall.central.store.History;
import org.rollcall.central.store.HistoryQuery;
import org.rollcall.central.store.SessionRow;

/** A history that a test fills, which keeps what it was asked. */
public final class FakeHistory implements History {
    public final List<SessionRow> sessions = new ArrayList<>();
    public final List<Usage> usage = new ArrayList<>();
    public final List<HistoryQuery> asked = new ArrayList<>();

    /** @param hours before now, one hour long */
    public FakeHistory put(String account, String room, String user, String fullName, int hours) {
        Instant logon = FakeBoard.NOW.minus(Duration.ofHours(hours));
        sessions.add(new SessionRow(
                sessions.size() + 1L,
                FakeBoard.jid(account).toString(),
                account.toUpperCase(java.util.Locale.ROOT),
                room,
                user,
                "IUT",
                fullName,
                null,
                "10.2.3.4",
                null,
                "console",
                logon,
                logon,
                logon.plus(Duration.ofHours(1)),
                "logoff",
                Duration.ofHours(1)));
        return this;
    }

    @Override
    public List<SessionRow> find(HistoryQuery query) {
        asked.add(query);
        return sessions.stream()
                .filter(s -> sees(query.rooms(), s))
                .limit(query.most())
                .toList();
    }

    @Override
    public long count(HistoryQuery query) {
        return sessions.stream().filter(s -> sees(query.rooms(), s)).count();
    }

    @Override
    public List<SessionRow> lastOfEach(String user, Set<String> rooms, int most) {
        return sessions.stream()
                .filter(s -> sees(rooms, s)
                        && (s.user().contains(user) || s.fullName().contains(user)))
                .limit(most)
                .toList();
    }

    private static boolean sees(Set<String> rooms, SessionRow session) {
        return rooms == null || session.room() != null && rooms.contains(session.room());
    }

    @Override
    public List<Usage> usage(Set<String> rooms, Instant from, Instant to, ZoneId zone, By by) {
        return usage.stream()
                .filter(u -> rooms == null || rooms.contains(u.room()))
                .toList();
    }
}
