package org.rollcall.agent.host.portable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcStatTest {
    private static ProcStat parse(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return ProcStat.parse(bytes, bytes.length);
    }

    @Test
    void readsTheFieldsOfTheManualPage() {
        ProcStat stat = parse("812 (sshd) S 1 812 812 0 -1 4194560 1 2 3 4 150 75 0 0 20 0 3 0 6543 1 2 3\n");

        assertEquals(812, stat.pid());
        assertEquals("sshd", stat.name());
        assertEquals("sleeping", stat.status());
        assertEquals(1, stat.parent());
        assertEquals(Duration.ofMillis(2250), stat.cpu());
        assertEquals(3, stat.threads());
        assertEquals(Duration.ofMillis(65430), stat.sinceBoot());
    }

    @Test
    void aNameMayHoldParenthesesSpacesAndLineEnds() {
        ProcStat stat = parse("7 (a) R 1\n(b) Z 6 0 0 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 9 0\n");

        assertEquals("a) R 1\n(b", stat.name());
        assertEquals("ended", stat.status());
        assertEquals(6, stat.parent());
    }

    @Test
    void whatIsNoStatLineIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> parse(""));
        assertThrows(IllegalArgumentException.class, () -> parse("7 (a) R 1"));
        assertThrows(IllegalArgumentException.class, () -> parse("7 (a)"));
    }
}
