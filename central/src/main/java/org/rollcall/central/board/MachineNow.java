package org.rollcall.central.board;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.park.Place;

/**
 * What is known of one machine now; never changed once made.
 *
 * @param name as the machine writes it; its account's name before it was ever heard
 * @param since since when it is in this condition; for what happened while central did not hear it, the last sign of
 *     life; null when unknown
 * @param unconfirmed as kept from before central's start, or while its link is down: not heard since
 * @param sessions the active one first, then others by logon; as last heard when the machine is lost
 * @param more how many sessions the machine did not list
 * @param address null when unknown
 * @param prefix how many bits of the address are its network's; null when unknown
 * @param version the agent's; null before it was ever heard
 * @param lastUser who was there last, also when the machine is off; null when unknown
 * @param lastUserAt when that user was last seen there
 * @param lastHeard any sign of life up to this look, or up to its latest change where many are listed; null before the
 *     first
 * @param clockOff how far its clock is ahead of central's; null when right, or unknown
 * @param simulated one of the demo's
 * @param revision grows with each change of any machine on the board
 */
public record MachineNow(
        BareJid jid,
        String name,
        Place place,
        Condition condition,
        Instant since,
        boolean unconfirmed,
        List<SessionNow> sessions,
        int more,
        String address,
        Integer prefix,
        String mac,
        String version,
        Instant boot,
        Instant up,
        String lastUser,
        Instant lastUserAt,
        Instant lastHeard,
        Duration clockOff,
        boolean simulated,
        long revision) {

    public MachineNow {
        sessions = List.copyOf(sessions);
    }

    /** The one who sits there; null when nobody does. */
    public SessionNow active() {
        return sessions.isEmpty() || !sessions.get(0).state().equals("active") ? null : sessions.get(0);
    }

    /** The same, heard of at another time. */
    MachineNow stamped(Instant heard, long atRevision) {
        return new MachineNow(
                jid,
                name,
                place,
                condition,
                since,
                unconfirmed,
                sessions,
                more,
                address,
                prefix,
                mac,
                version,
                boot,
                up,
                lastUser,
                lastUserAt,
                heard,
                clockOff,
                simulated,
                atRevision);
    }
}
