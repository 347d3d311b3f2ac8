package org.rollcall.agent.announce;

import java.time.Instant;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.PresenceBuilder;
import org.rollcall.xmpp.stanza.Idle;
import org.rollcall.xmpp.stanza.Machine;
import org.rollcall.xmpp.stanza.MachineState;

/**
 * What one presence says; equal ones are not sent twice.
 *
 * @param show null: someone is active
 * @param status one line for people
 * @param idleSince null unless idle
 * @param machine null when nothing is known but that the machine is on
 */
record Announcement(Presence.Mode show, String status, Instant idleSince, MachineState machine) {

    PresenceBuilder into(PresenceBuilder presence) {
        presence.ofType(Presence.Type.available).setMode(show).setStatus(status);
        if (idleSince != null) {
            presence.addExtension(Idle.toXml(idleSince));
        }
        if (machine != null) {
            presence.addExtension(Machine.toXml(machine));
        }
        return presence;
    }
}
