package org.rollcall.central.web.json;

import java.time.Instant;
import org.rollcall.central.board.SessionNow;

/** One session on a machine now. */
public record SessionJson(
        int id,
        String uid,
        String user,
        String domain,
        String fullName,
        String group,
        boolean staff,
        String state,
        String kind,
        Instant since,
        Boolean locked,
        Instant idleSince,
        String client) {

    public static SessionJson of(SessionNow session) {
        return new SessionJson(
                session.id(),
                session.uid(),
                session.user(),
                session.domain(),
                session.fullName(),
                session.group(),
                session.staff(),
                session.state(),
                session.kind(),
                session.since(),
                session.locked(),
                session.idleSince(),
                session.client());
    }
}
