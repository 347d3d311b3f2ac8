package org.rollcall.central.web.json;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.park.Place;

/** One machine now. */
public record MachineJson(
        String jid,
        String account,
        String name,
        String room,
        String seat,
        Integer row,
        Integer column,
        String label,
        String condition,
        Instant since,
        boolean unconfirmed,
        List<SessionJson> sessions,
        int more,
        String address,
        String mac,
        String version,
        Instant boot,
        Instant up,
        String lastUser,
        String lastUserName,
        Instant lastUserAt,
        Instant lastHeard,
        Duration clockOff,
        Boolean hardwareChanged,
        boolean simulated,
        long revision) {

    /**
     * @param lastUserName the last user's full name; null when unknown
     * @param hardwareChanged another hardware signs in under its name
     */
    public static MachineJson of(MachineNow machine, String lastUserName, boolean hardwareChanged) {
        Place place = machine.place();
        return new MachineJson(
                machine.jid().toString(),
                Accounts.of(machine),
                machine.name(),
                place.room(),
                place.seat(),
                place.row(),
                place.column(),
                place.label(),
                machine.condition().id(),
                machine.since(),
                machine.unconfirmed(),
                machine.sessions().stream().map(SessionJson::of).toList(),
                machine.more(),
                machine.address(),
                machine.mac(),
                machine.version(),
                machine.boot(),
                machine.up(),
                machine.lastUser(),
                lastUserName,
                machine.lastUserAt(),
                machine.lastHeard(),
                machine.clockOff(),
                hardwareChanged ? Boolean.TRUE : null,
                machine.simulated(),
                machine.revision());
    }
}
