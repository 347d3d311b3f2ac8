package org.rollcall.tests.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rollcall.tests.fixture.JavaProcess;

/** Who sits where, waking across routers, and pulled cables, on networks as a building has them. */
class CampusIT {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    /** Six bytes of ones, then the address sixteen times. */
    private static final int MAGIC_HEX = 2 * (6 + 16 * 6);

    @Test
    void aRoomBehindARouterIsWokenByItsNeighboursKnownByItsAddressAndLostWithItsCables() {
        List<JsonObject> said;
        try (JavaProcess play = new JavaProcess("campus", List.of(), CampusPlay.class.getName(), List.of())) {
            play.by("unshare", "--map-root-user", "--net", "--mount", "--").start();
            assertEquals(0, play.exitCode(LIMIT), play::log);
            said = play.log()
                    .lines()
                    .filter(line -> line.startsWith("{"))
                    .map(line -> JsonParser.parseString(line).getAsJsonObject())
                    .toList();
        }
        JsonObject visit = said.get(0);
        assertEquals("A201", visit.get("myRoom").getAsString());
        assertEquals("a201b2", visit.get("myMachine").getAsString());
        String woken = visit.get("woken").getAsString();
        assertTrue(woken.matches("(?s).*passed on by A201B(1, A201B2|2, A201B1);.*"), woken);
        assertFalse(woken.contains("A105B1"), "it is in the other half of the 256 addresses: " + woken);

        List<JsonObject> packets = said.subList(1, said.size() - 1);
        assertEquals(
                Set.of("10.9.1.2", "10.9.1.3"),
                packets.stream().map(packet -> packet.get("from").getAsString()).collect(Collectors.toSet()),
                "central's own packets end at the router");
        for (JsonObject packet : packets) {
            String bytes = packet.get("bytes").getAsString();
            assertEquals(MAGIC_HEX, bytes.length());
            assertTrue(bytes.startsWith("ffffffffffff" + packet.get("mac").getAsString()), bytes);
        }

        JsonObject pulled = said.get(said.size() - 1);
        assertTrue(pulled.get("lostInTime").getAsBoolean(), pulled::toString);
        assertEquals("A201", pulled.get("outage").getAsString());
        assertEquals("FREE", pulled.get("other").getAsString());
    }
}
