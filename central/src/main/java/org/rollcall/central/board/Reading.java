package org.rollcall.central.board;

import java.util.Comparator;
import java.util.List;
import org.rollcall.xmpp.stanza.MachineState;
import org.rollcall.xmpp.stanza.SessionState;

/** What a presence's sessions mean for who stands in the door. */
final class Reading {
    private static final Comparator<SessionState> ORDER =
            Comparator.comparingInt(Reading::rank).thenComparing(SessionState::since);

    private Reading() {}

    /** Who is in front of the machine first, then who was away from it, then who left; each by logon. */
    static List<SessionState> sorted(MachineState state) {
        return state.sessions().stream().sorted(ORDER).toList();
    }

    /** @param sorted as {@link #sorted} gives them */
    static Condition condition(List<SessionState> sorted) {
        if (sorted.isEmpty()) {
            return Condition.FREE;
        }
        SessionState first = sorted.get(0);
        if (!isActive(first)) {
            return Condition.LEFT;
        }
        if (Boolean.TRUE.equals(first.locked())) {
            return Condition.LOCKED;
        }
        return first.idleSince() == null ? Condition.IN_USE : Condition.IDLE;
    }

    private static int rank(SessionState session) {
        if (!isActive(session)) {
            return 2;
        }
        return Boolean.TRUE.equals(session.locked()) || session.idleSince() != null ? 1 : 0;
    }

    private static boolean isActive(SessionState session) {
        return session.state().equals("active");
    }
}
