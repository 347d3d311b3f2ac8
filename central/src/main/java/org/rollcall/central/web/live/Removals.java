package org.rollcall.central.web.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.web.Rights;

/** Who left a room or the board of late, for pages that come back; at most 1,000, then they get everything anew. */
final class Removals {
    private static final int MOST = 1_000;

    private final Deque<Removal> latest = new ArrayDeque<>();
    private long forgottenUpTo = -1;

    private record Removal(BareJid machine, String room, long revision) {}

    /** @param room where it was; null: none */
    void add(BareJid machine, String room, long revision) {
        latest.addLast(new Removal(machine, room, revision));
        if (latest.size() > MOST) {
            forgottenUpTo = latest.removeFirst().revision();
        }
    }

    /** From here on, only everything anew will do. */
    void forget(long revision) {
        latest.clear();
        forgottenUpTo = revision;
    }

    boolean knowsSince(long revision) {
        return revision > forgottenUpTo;
    }

    /** Those at the revision itself too: a removal has none of its own, and one too many does no harm. */
    List<String> since(long revision, Rights rights) {
        return latest.stream()
                .filter(removal -> removal.revision() >= revision && rights.sees(removal.room()))
                .map(removal -> removal.machine().toString())
                .distinct()
                .toList();
    }
}
