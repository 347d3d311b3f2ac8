package org.rollcall.central.wake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.rollcall.central.board.MachineNow;

/** Which machines are likely to be on the same network as one that sleeps. */
final class Neighbours {
    /** One of them may be switched off just now, or be on another network after all. */
    private static final int MOST = 2;

    private Neighbours() {}

    /**
     * Those that are on: of the same IPv4 network of 256 addresses, the usual size of a room's; else of the same room.
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

    private static int nearness(MachineNow one, MachineNow other) {
        String network = network(one);
        boolean sameNetwork = network != null && network.equals(network(other));
        return (sameNetwork ? 2 : 0) + (room(one) != null && room(one).equals(room(other)) ? 1 : 0);
    }

    /** {@code 10.2.3.} of 10.2.3.22; null when the address is unknown or IPv6. */
    private static String network(MachineNow machine) {
        String address = machine.address();
        return address == null || !address.matches("\\d+\\.\\d+\\.\\d+\\.\\d+")
                ? null
                : address.substring(0, address.lastIndexOf('.') + 1);
    }

    private static String room(MachineNow machine) {
        return machine.place() == null ? null : machine.place().room();
    }
}
