package org.rollcall.agent.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleCharsetTest {

    @Test
    void aFrenchWindowsPrintsInCodePage850() {
        byte[] printed = {'R', (byte) 0x82, 'u', 's', 's', 'i'};

        assertEquals("Réussi", new String(printed, ConsoleCharset.oem("Cp1252")));
    }

    @Test
    void whatThisRuntimeLacksIsReadByteByByte() {
        assertEquals(StandardCharsets.ISO_8859_1, ConsoleCharset.oem("x-no-such-charset"));
    }
}
