package org.rollcall.central.board;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jxmpp.jid.BareJid;
import org.rollcall.xmpp.stanza.MachineState;
import org.rollcall.xmpp.stanza.SessionState;
import org.rollcall.xmpp.text.MachineName;

/** What the board holds of one machine. Changed under the board's lock alone; {@link #now} is for everybody. */
final class Entry {
    /** Whether it is there, apart from what it is doing. */
    enum Presence {
        ON,
        OFF,
        LOST,
        UNKNOWN
    }

    final BareJid jid;
    /** The account's name as people write it. */
    final String account;
    /** As drawn last; null before the first time. */
    volatile MachineNow now;

    volatile Instant lastHeard;

    Presence presence = Presence.UNKNOWN;
    /** When it went off or was lost; null otherwise, or when unknown. */
    Instant since;
    /** When that was noticed, which several of a room's have in common. */
    volatile Instant lostAt;

    boolean unconfirmed;
    /** What it said last, whatever became of it; null before, and when it could not read its own sessions. */
    MachineState said;
    /** As kept from before this start; the machine's own words replace them. */
    String name;

    String address;
    /** Not kept on disk: a machine that is on has said it. */
    Integer prefix;

    String mac;
    String version;
    Instant boot;
    String lastUser;
    Instant lastUserAt;
    Duration clockOff;
    boolean simulated;

    Entry(BareJid jid, String name) {
        this.jid = jid;
        this.account = MachineName.fromLocalpart(String.valueOf(jid.getLocalpartOrNull()))
                .toLowerCase(Locale.ROOT);
        this.name = name;
    }

    /** It says so itself. */
    void says(MachineState state, Instant at) {
        presence = Presence.ON;
        since = null;
        lostAt = null;
        said = state;
        if (state == null) {
            return;
        }
        name = state.name();
        address = state.ip();
        prefix = state.prefix();
        mac = state.mac();
        version = state.version();
        boot = state.boot();
        if (!state.sessions().isEmpty()) {
            SessionState first = Reading.sorted(state).get(0);
            if (first.state().equals("active") || lastUser == null) {
                lastUser = first.user();
            }
        }
        seeLastUser(at);
    }

    /** @param at null: since it was last heard */
    void leaves(Presence how, Instant at) {
        since = at == null ? lastHeard : at;
        if (since != null) {
            seeLastUser(since);
        }
        presence = how;
    }

    private void seeLastUser(Instant at) {
        if (said != null
                && said.sessions().stream().anyMatch(session -> session.user().equals(lastUser))) {
            lastUserAt = at;
        }
    }
}
