package org.rollcall.central.wake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.central.board.Condition;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.park.Place;

class NeighboursTest {
    @Test
    void theNetworkIsAsLargeAsTheMachineThatIsOnSays() {
        assertEquals(List.of("a1"), of("10.2.4.9", on("a1", "R1", "10.2.5.7", 22), on("a2", "R1", "10.2.8.7", 22)));
        assertEquals(List.of(), of("10.2.5.130", on("a1", "R1", "10.2.5.7", 25)), "the other half of the 256");
    }

    @Test
    void anAgentThatDoesNotSayItIsAmongThe256AddressesOfItsOwn() {
        assertEquals(List.of("a1"), of("10.2.5.9", on("a1", "R1", "10.2.5.7", null), on("a2", "R1", "10.2.4.7", null)));
        assertEquals(
                List.of("a1"),
                of("2001:db8::9", on("a1", "R1", "2001:db8::7", null), on("a2", "R1", "2001:db9::7", null)));
    }

    @Test
    void whatCannotBeTrueCountsAsNotSaid() {
        assertEquals(List.of(), of("10.3.5.9", on("a1", "R1", "10.2.5.7", 0)));
        assertEquals(List.of(), of("10.2.5.9", on("a1", "R1", "10.2.5.7", 128)));
        assertEquals(List.of(), of("10.2.5.9", on("a1", "R1", "a name", 24), on("a2", "R1", null, 24)));
        assertEquals(List.of(), of(null, on("a1", "R1", "10.2.5.7", 24)));
    }

    @Test
    void thoseOfTheRoomComeFirstAndTwoAreEnough() {
        assertEquals(
                List.of("a4", "a1"),
                of(
                        "10.2.5.9",
                        on("a1", "R1", "10.2.5.7", 24),
                        on("a2", "R1", "10.2.5.8", 24),
                        on("a3", "ROOM", "10.9.9.9", 24),
                        on("a4", "ROOM", "10.2.5.6", 24)));
    }

    private static List<String> of(String address, MachineNow... others) {
        MachineNow sleeper = machine("a0", "ROOM", address, null, Condition.OFF);
        return Neighbours.of(sleeper, List.of(others)).stream()
                .map(MachineNow::name)
                .toList();
    }

    private static MachineNow on(String name, String room, String address, Integer prefix) {
        return machine(name, room, address, prefix, Condition.FREE);
    }

    private static MachineNow machine(String name, String room, String address, Integer prefix, Condition condition) {
        return new MachineNow(
                JidCreate.bareFromOrThrowUnchecked(name + "@iut.rdz"),
                name,
                new Place(name, room, null, null, null, null),
                condition,
                null,
                false,
                List.of(),
                0,
                address,
                prefix,
                "00:11:22:33:44:55",
                "1.0.0",
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                1);
    }
}
