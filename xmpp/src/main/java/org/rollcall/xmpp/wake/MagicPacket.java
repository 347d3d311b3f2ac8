package org.rollcall.xmpp.wake;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a sleeping network card wakes up from: six bytes of ones, then its address sixteen times.
 *
 * @see <a href="https://www.amd.com/content/dam/amd/en/documents/archived-tech-docs/white-papers/20213.pdf">AMD: Magic
 *     Packet Technology</a>
 */
public final class MagicPacket {
    private static final Pattern MAC = Pattern.compile("[0-9A-Fa-f]{2}([:-][0-9A-Fa-f]{2}){5}");
    private static final int ADDRESS = 6;
    private static final int REPEATS = 16;

    private MagicPacket() {}

    /** Empty for null and for what is no address of a network card. */
    public static Optional<byte[]> of(String mac) {
        if (mac == null || !MAC.matcher(mac).matches()) {
            return Optional.empty();
        }
        byte[] packet = new byte[ADDRESS * (1 + REPEATS)];
        Arrays.fill(packet, 0, ADDRESS, (byte) 0xFF);
        for (int i = 0; i < ADDRESS; i++) {
            byte value = (byte) Integer.parseInt(mac.substring(i * 3, i * 3 + 2), 16);
            for (int repeat = 1; repeat <= REPEATS; repeat++) {
                packet[repeat * ADDRESS + i] = value;
            }
        }
        return Optional.of(packet);
    }
}
