package org.rollcall.xmpp.stanza;

import java.time.Instant;
import java.util.List;

/**
 * The {@code <machine/>} of an agent's presence: what is true there now.
 *
 * @param name the computer's name as the system writes it
 * @param boot the last full boot
 * @param up the last start or resume
 * @param ip the address of the interface that carries the link; null when unknown
 * @param prefix how many bits of {@code ip} are its network's; null when unknown, as older agents do not say it
 * @param mac of the physical interface that carries the link, {@code aa:bb:cc:dd:ee:ff}; null when unknown
 * @param version the agent's
 * @param journal the id of the agent's current journal
 * @param seq the last event written to it, 0 before the first
 * @param sessions at most 20
 * @param more how many sessions are not listed
 */
public record MachineState(
        String name,
        Instant boot,
        Instant up,
        String ip,
        Integer prefix,
        String mac,
        String version,
        String journal,
        long seq,
        List<SessionState> sessions,
        int more) {

    public static final int MOST_SESSIONS = 20;

    public MachineState {
        sessions = List.copyOf(sessions);
    }

    /** With a network of unknown size. */
    public MachineState(
            String name,
            Instant boot,
            Instant up,
            String ip,
            String mac,
            String version,
            String journal,
            long seq,
            List<SessionState> sessions,
            int more) {
        this(name, boot, up, ip, null, mac, version, journal, seq, sessions, more);
    }
}
