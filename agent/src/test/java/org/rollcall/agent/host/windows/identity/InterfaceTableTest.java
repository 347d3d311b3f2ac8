package org.rollcall.agent.host.windows.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.agent.host.windows.bindings.MIB_IF_ROW2;

class InterfaceTableTest {

    @Test
    void onlyCardsCount() {
        ByteBuffer rows = ByteBuffer.allocate(8 * MIB_IF_ROW2.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        row(rows, 0, 6, 14, 1, 0x00, 0x11);
        row(rows, 1, 71, 9, 1, 0x00, 0x22);
        row(rows, 2, 6, 0, 0, 0x00, 0x33);
        row(rows, 3, 6, 10, 1, 0x00, 0x44);
        row(rows, 4, 24, 0, 1, 0x00, 0x55);
        row(rows, 5, 6, 14, 1, 0x02, 0x66);
        row(rows, 6, 6, 14, 1, 0x00, 0x00);
        row(rows, 7, 6, 14, 1, 0x00, 0x77);
        // {11223344-5566-7788-99AA-BBCCDDEEFF00} as Windows has it in memory.
        byte[] guid = HexFormat.of().parseHex("4433221166558877" + "99aabbccddeeff00");
        for (int i = 0; i < guid.length; i++) {
            rows.put(7 * MIB_IF_ROW2.SIZE + MIB_IF_ROW2.InterfaceGuid + i, guid[i]);
        }

        assertEquals(
                List.of("00:11:11:11:11:11", "00:22:22:22:22:22"),
                List.copyOf(
                        InterfaceTable.physicalMacs(rows.array(), "{11223344-5566-7788-99AA-BBCCDDEEFF00}"::equals)),
                "not: software, Bluetooth, loopback, made-up address, no address, USB");
    }

    private static void row(ByteBuffer rows, int index, int type, int medium, int flags, int first, int others) {
        int at = index * MIB_IF_ROW2.SIZE;
        rows.putInt(at + MIB_IF_ROW2.Type, type);
        rows.putInt(at + MIB_IF_ROW2.PhysicalMediumType, medium);
        rows.put(at + MIB_IF_ROW2.InterfaceAndOperStatusFlags, (byte) flags);
        rows.putInt(at + MIB_IF_ROW2.PhysicalAddressLength, 6);
        for (int i = 0; i < 6; i++) {
            rows.put(at + MIB_IF_ROW2.PermanentPhysicalAddress + i, (byte) (i == 0 ? first : others));
        }
    }
}
