package org.rollcall.agent.host.windows.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.rollcall.agent.host.ReadingFailedException;
import org.rollcall.agent.host.Session;
import org.rollcall.agent.host.windows.Account;

/** People's sessions now. Safe for any thread. */
public final class WindowsSessions {
    private final SessionRows rows;
    private final SessionUsers users;
    private final Supplier<Instant> consoleIdleSince;
    private final BooleanSupplier shuttingDown;
    private final BiConsumer<String, Account> accounts;

    /** @param accounts told the SID and account of each person, which spares looking it up */
    public WindowsSessions(
            SessionRows rows,
            UserLookup lookup,
            Supplier<Instant> consoleIdleSince,
            BooleanSupplier shuttingDown,
            BiConsumer<String, Account> accounts) {
        this.rows = rows;
        this.users = new SessionUsers(lookup);
        this.consoleIdleSince = consoleIdleSince;
        this.shuttingDown = shuttingDown;
        this.accounts = accounts;
    }

    public synchronized List<Session> read() throws ReadingFailedException {
        List<SessionRow> found = new ArrayList<>();
        for (SessionRow row : rows.read()) {
            if (SessionMapping.holdsSomeone(row)) {
                found.add(row);
            }
        }
        // Asked after the reading: sessions may have gone because the session services went first.
        if (shuttingDown.getAsBoolean()) {
            throw new ReadingFailedException("Windows is shutting down");
        }
        Map<SessionRow, SessionUser> user = users.of(found);
        List<Session> sessions = new ArrayList<>();
        for (SessionRow row : found) {
            if (SessionMapping.isPerson(row, user.get(row))) {
                Session session = SessionMapping.session(row, user.get(row), consoleIdleSince.get());
                if (session.sid() != null) {
                    accounts.accept(session.sid(), new Account(session.domain(), session.user()));
                }
                sessions.add(session);
            }
        }
        return List.copyOf(sessions);
    }
}
