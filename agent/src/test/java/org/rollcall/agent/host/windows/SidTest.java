package org.rollcall.agent.host.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SidTest {

    @Test
    void aBinarySidIsWrittenAsWindowsWritesIt() {
        byte[] administrator =
                HexFormat.of().parseHex("010500000000000515000000" + "a065cf7e" + "784b9b5f" + "e77c8770" + "f4010000");

        assertEquals("S-1-5-21-2127521184-1604012920-1887927527-500", Sid.text(administrator));
    }

    @Test
    void aDamagedSidIsNone() {
        assertNull(Sid.text(new byte[4]));
        assertNull(Sid.text(HexFormat.of().parseHex("0105000000000005" + "15000000")));
        assertNull(Sid.text(HexFormat.of().parseHex("0200000000000005")));
    }

    @Test
    void windowsOwnAccountsAreToldByTheirSidInAnyLanguage() {
        assertTrue(Sid.isSystem("S-1-5-18"));
        assertTrue(Sid.isSystem("S-1-5-19"));
        assertTrue(Sid.isSystem("S-1-5-20"));
        assertTrue(Sid.isSystem("S-1-5-90-0-1"), "DWM-1");
        assertTrue(Sid.isSystem("S-1-5-96-0-1"), "UMFD-1");
        assertFalse(Sid.isSystem("S-1-5-21-1-2-3-1001"));
        assertFalse(Sid.isSystem(null), "somebody unknown may be a person");
    }
}
