package org.rollcall.agent.host.windows.session;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.rollcall.agent.host.Session;

/**
 * Remembers who each session's user is for as long as the session lasts. The SID is part of a session's identity, so it
 * is decided when the session is first seen and never changes, not even from unknown to known.
 */
final class SessionUsers {
    private final UserLookup lookup;
    private Map<Key, SessionUser> known = new HashMap<>();

    /** Session ids are reused. */
    private record Key(int id, long logonTime, String user) {}

    SessionUsers(UserLookup lookup) {
        this.lookup = lookup;
    }

    /** All users of one reading; whoever is no longer there is forgotten. */
    Map<SessionRow, SessionUser> of(Collection<SessionRow> rows) {
        Map<SessionRow, SessionUser> users = new HashMap<>();
        Map<Key, SessionUser> still = new HashMap<>();
        for (SessionRow row : rows) {
            Key key = new Key(row.id(), row.logonTime(), row.user());
            SessionUser user = update(row, known.get(key));
            still.put(key, user);
            users.put(row, user);
        }
        known = still;
        return users;
    }

    private SessionUser update(SessionRow row, SessionUser before) {
        String sid = before == null ? lookup.sid(row.id(), row.user()) : before.sid();
        String fullName = before != null && before.fullName() != null
                ? before.fullName()
                : lookup.fullName(row.id(), row.user(), row.domain());
        Session.Kind kind =
                before != null && !SessionMapping.isActive(row.state()) ? before.kind() : SessionMapping.kind(row);
        return new SessionUser(sid, fullName, kind);
    }
}
