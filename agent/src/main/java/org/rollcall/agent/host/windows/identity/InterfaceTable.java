package org.rollcall.agent.host.windows.identity;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.rollcall.agent.host.windows.bindings.MIB_IF_ROW2;

/** Finds the network cards among Windows' many interfaces. */
final class InterfaceTable {
    private static final int MAC_LENGTH = 6;
    private static final int LOCALLY_ADMINISTERED = 2;

    private InterfaceTable() {}

    /**
     * The permanent addresses of Ethernet and Wi-Fi cards; not of adapters made by software.
     *
     * @param rows MIB_IF_ROW2s
     * @param onUsb whether the adapter of a {@code {GUID}} hangs on USB, and so may be another machine's tomorrow
     */
    static SortedSet<String> physicalMacs(byte[] rows, Predicate<String> onUsb) {
        ByteBuffer buffer = ByteBuffer.wrap(rows).order(ByteOrder.LITTLE_ENDIAN);
        SortedSet<String> macs = new TreeSet<>();
        for (int at = 0; at + MIB_IF_ROW2.SIZE <= rows.length; at += MIB_IF_ROW2.SIZE) {
            int first = at + MIB_IF_ROW2.PermanentPhysicalAddress;
            if (isCard(buffer, at)
                    && (buffer.get(first) & LOCALLY_ADMINISTERED) == 0
                    && !isZero(buffer, first)
                    && !onUsb.test(guid(buffer, at + MIB_IF_ROW2.InterfaceGuid))) {
                macs.add(mac(buffer, first));
            }
        }
        return macs;
    }

    private static boolean isCard(ByteBuffer buffer, int at) {
        int type = buffer.getInt(at + MIB_IF_ROW2.Type);
        return (type == MIB_IF_ROW2.IF_TYPE_ETHERNET_CSMACD || type == MIB_IF_ROW2.IF_TYPE_IEEE80211)
                && buffer.getInt(at + MIB_IF_ROW2.PhysicalMediumType) != MIB_IF_ROW2.NdisPhysicalMediumBluetooth
                && (buffer.get(at + MIB_IF_ROW2.InterfaceAndOperStatusFlags) & MIB_IF_ROW2.HardwareInterface) != 0
                && buffer.getInt(at + MIB_IF_ROW2.PhysicalAddressLength) == MAC_LENGTH;
    }

    private static boolean isZero(ByteBuffer buffer, int at) {
        for (int i = 0; i < MAC_LENGTH; i++) {
            if (buffer.get(at + i) != 0) {
                return false;
            }
        }
        return true;
    }

    /** As the registry writes it. */
    private static String guid(ByteBuffer buffer, int at) {
        StringBuilder guid = new StringBuilder(String.format(
                Locale.ROOT, "{%08X-%04X-%04X-", buffer.getInt(at), buffer.getShort(at + 4), buffer.getShort(at + 6)));
        for (int i = 8; i < 16; i++) {
            guid.append(i == 10 ? "-" : "").append(String.format(Locale.ROOT, "%02X", buffer.get(at + i)));
        }
        return guid.append('}').toString();
    }

    private static String mac(ByteBuffer buffer, int at) {
        StringBuilder mac = new StringBuilder();
        for (int i = 0; i < MAC_LENGTH; i++) {
            mac.append(i == 0 ? "" : ":").append(String.format(Locale.ROOT, "%02x", buffer.get(at + i)));
        }
        return mac.toString();
    }
}
