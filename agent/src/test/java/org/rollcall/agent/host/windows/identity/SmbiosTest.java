package org.rollcall.agent.host.windows.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SmbiosTest {
    private static final String UUID = "4c4c4544-0044-3510-8052-b4c04f4e4d32";
    private static final String UUID_BYTES = "44454c4c" + "4400" + "1035" + "8052b4c04f4e4d32";

    @Test
    void theSystemsUuidAndSerialAreRead() {
        byte[] tables = tables(bios(), system(UUID_BYTES, "Dell Inc.", "OptiPlex 7010", "1D5RNM2"), end());

        assertEquals(new Smbios(UUID, "1D5RNM2"), Smbios.parse(tables));
    }

    @Test
    void whatAMakerDidNotFillInIsAbsent() {
        assertEquals(Smbios.NONE, Smbios.parse(tables(system("ff".repeat(16), "x", "y", "To Be Filled By O.E.M."))));
        assertEquals(Smbios.NONE, Smbios.parse(tables(system("00".repeat(16), "x", "y", "Default string"))));
        assertEquals(
                Smbios.NONE,
                Smbios.parse(tables(system("00020003000400050006000700080009", "x", "y", "System Serial Number"))));
        assertEquals(Smbios.NONE, Smbios.parse(tables(system("00".repeat(16), "x", "y", "00000000"))));
    }

    @Test
    void aStringThatIsNotThereIsAbsent() {
        assertEquals(new Smbios(UUID, null), Smbios.parse(tables(system(UUID_BYTES, "Dell Inc."))));
    }

    @Test
    void oldFirmwareHasNoUuid() {
        byte[] old = {1, 8, 0, 0, 1, 2, 0, 1, 'S', 'N', '1', 0, 0};

        assertEquals(new Smbios(null, "SN1"), Smbios.parse(old));
    }

    @Test
    void damagedTablesGiveNothingAndNoError() {
        byte[] whole = tables(bios(), system(UUID_BYTES, "Dell Inc.", "OptiPlex 7010", "1D5RNM2"));

        for (int length = 0; length < bios().length + 27; length++) {
            assertEquals(Smbios.NONE, Smbios.parse(Arrays.copyOf(whole, length)), "cut at " + length);
        }
        assertEquals(Smbios.NONE, Smbios.parse(new byte[] {1, 0, 0, 0, 0, 0}));
    }

    private static byte[] bios() {
        byte[] bios = new byte[24 + 2];
        bios[1] = 24;
        return bios;
    }

    private static byte[] end() {
        return new byte[] {127, 4, 0, 0, 0, 0};
    }

    /** Strings: maker, product, serial. */
    private static byte[] system(String uuid, String... strings) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {1, 27, 1, 0, 1, 2, 0, 3});
        out.writeBytes(HexFormat.of().parseHex(uuid));
        out.writeBytes(new byte[3]);
        for (String string : strings) {
            out.writeBytes(string.getBytes(StandardCharsets.ISO_8859_1));
            out.write(0);
        }
        out.write(0);
        return out.toByteArray();
    }

    private static byte[] tables(byte[]... structures) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] structure : structures) {
            out.writeBytes(structure);
        }
        return out.toByteArray();
    }
}
