package org.rollcall.central.store;

import java.time.Instant;
import org.jxmpp.jid.BareJid;

/**
 * A machine as the store keeps it, across restarts of central.
 *
 * @param name as the machine writes it; its account's name before it was ever heard
 * @param hardware an opaque fingerprint of the hardware last accepted under this name; null when unknown
 * @param otherHardware the fingerprint of another hardware that signs in under this name and waits for a person's word
 *     (a cloned or re-imaged disk); null when there is none
 * @param firstSeen null before the first sign of life
 * @param presence what it was when last heard: {@code on}, {@code off}, {@code lost}, {@code unknown}
 * @param presenceSince null when unknown
 * @param lastUser null when unknown
 */
public record KnownMachine(
        long id,
        BareJid jid,
        String name,
        Standing standing,
        String hardware,
        String otherHardware,
        Instant firstSeen,
        Instant lastSeen,
        String version,
        String address,
        String mac,
        Instant boot,
        String presence,
        Instant presenceSince,
        String lastUser,
        Instant lastUserAt) {

    public enum Standing {
        /** Central believes it. */
        KNOWN,
        /** It has spoken, and waits for a person's word. */
        WAITING,
        /** A person said no. */
        REFUSED
    }
}
