package org.rollcall.central.wake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.rollcall.central.address.AddressRange;
import org.rollcall.central.board.MachineNow;

/** Which machines are likely to be on the same network as one that sleeps. */
final class Neighbours {
    /** One of them may be switched off just now, or be on another network after all. */
    private static final int MOST = 2;

    /** A wider network is none: it would have everybody in it. */
    private static final int WIDEST = 8;

    private static final int USUAL = 24;
    private static final int USUAL_IPV6 = 64;

    private Neighbours() {}

    /**
     * Those that are on: of the same network, or, for an agent too old to tell how large its network is, of the same
     * 256 IPv4 addresses; else of the same room.
     */
    static List<MachineNow> of(MachineNow sleeper, Collection<MachineNow> all) {
        List<MachineNow> found = new ArrayList<>();
        for (MachineNow machine : all) {
            boolean awake = machine.condition().isOn() && !machine.unconfirmed();
            if (awake && machine.simulated() == sleeper.simulated() && nearness(machine, sleeper) > 0) {
                found.add(machine);
            }
        }
        found.sort(Comparator.comparingInt((MachineNow machine) -> -nearness(machine, sleeper))
                .thenComparing(MachineNow::name));
        return found.subList(0, Math.min(MOST, found.size()));
    }

    private static int nearness(MachineNow awake, MachineNow sleeper) {
        boolean sameNetwork = sameNetwork(awake, sleeper.address());
        return (sameNetwork ? 2 : 0) + (room(awake) != null && room(awake).equals(room(sleeper)) ? 1 : 0);
    }

    /** By the network of the one that is on: only what it says is of now. */
    private static boolean sameNetwork(MachineNow awake, String address) {
        String own = awake.address();
        if (own == null || address == null || !AddressRange.isAddress(own)) {
            return false;
        }
        boolean told = awake.prefix() != null && awake.prefix() >= WIDEST;
        // An IPv6 network has the size that RFC 4291, section 2.5.1, gives it.
        int bits = told ? awake.prefix() : own.indexOf(':') < 0 ? USUAL : USUAL_IPV6;
        byte[] network = AddressRange.parse(own).network();
        return new AddressRange(network, Math.min(bits, network.length * 8)).contains(address);
    }

    private static String room(MachineNow machine) {
        return machine.place() == null ? null : machine.place().room();
    }
}
