package org.rollcall.xmpp.wake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BroadcastsTest {

    @Test
    void aPacketArrivesAsItWasMade() throws Exception {
        byte[] packet = MagicPacket.of("00-1A-2b:3C-4d-5E").orElseThrow();
        try (DatagramSocket card = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            card.setSoTimeout(10_000);
            assertTrue(new Broadcasts(List.of("127.0.0.1"), card.getLocalPort()).send(packet) >= 1);

            DatagramPacket received = new DatagramPacket(new byte[200], 200);
            card.receive(received);
            assertArrayEquals(packet, Arrays.copyOf(received.getData(), received.getLength()));
        }
    }

    @Test
    void aPacketIsSixOnesAndSixteenTimesTheAddress() {
        byte[] packet = MagicPacket.of("01:02:03:04:05:06").orElseThrow();
        assertEquals(102, packet.length);
        assertEquals(-1, packet[5]);
        for (int i = 6; i < packet.length; i++) {
            assertEquals(1 + i % 6, packet[i]);
        }
    }

    @Test
    void whatIsNoAddressMakesNoPacket() {
        for (String wrong :
                List.of("", "01:02:03:04:05", "01:02:03:04:05:06:07", "g1:02:03:04:05:06", "010203040506")) {
            assertEquals(Optional.empty(), MagicPacket.of(wrong).map(packet -> packet.length), wrong);
        }
        assertTrue(MagicPacket.of(null).isEmpty());
    }
}
