package org.rollcall.agent.host.windows.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rollcall.agent.host.windows.process.ProcessListFixture.ADDRESS;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessListParserTest {
    private static final int SUSPENDED = 5;
    private static final int USER_REQUEST = 6;

    @Test
    void readsTheChainToItsEnd() {
        List<ProcessRow> rows = parse(new ProcessListFixture()
                .add(0, "", 0, 0)
                .add(4, "System", 133_000_000_000_000_000L, USER_REQUEST)
                .add(444, "WINWORD.EXE", 133_000_000_000_000_001L, USER_REQUEST, USER_REQUEST)
                .build());

        assertEquals(
                List.of("", "System", "WINWORD.EXE"),
                rows.stream().map(ProcessRow::name).toList());
        assertEquals(
                new ProcessRow(
                        444,
                        4,
                        "WINWORD.EXE",
                        1,
                        133_000_000_000_000_001L,
                        10_000_000L,
                        5_000_000L,
                        5L << 30,
                        2,
                        false),
                rows.get(2));
    }

    @Test
    void aProcessIsSuspendedWhenAllItsThreadsAre() {
        assertTrue(parse(new ProcessListFixture()
                        .add(8, "a.exe", 1, SUSPENDED, SUSPENDED)
                        .build())
                .get(0)
                .suspended());
        assertFalse(parse(new ProcessListFixture()
                        .add(8, "a.exe", 1, SUSPENDED, USER_REQUEST)
                        .build())
                .get(0)
                .suspended());
        assertFalse(
                parse(new ProcessListFixture().add(8, "a.exe", 1).build())
                        .get(0)
                        .suspended(),
                "no threads");
    }

    @Test
    void aNameKeepsEveryUnitThatWindowsWrote() {
        assertEquals(
                "a\u0001\uD800\t.exe",
                parse(new ProcessListFixture().add(8, "a\u0001\uD800\t.exe", 1).build())
                        .get(0)
                        .name());
    }

    @Test
    void aDamagedListIsNotFollowed() {
        byte[] list =
                new ProcessListFixture().add(8, "a.exe", 1).add(12, "b.exe", 1).build();

        assertThrows(IndexOutOfBoundsException.class, () -> parse(Arrays.copyOf(list, 100)));
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> ProcessListParser.parse(list, ADDRESS + 1_000_000),
                "a name outside the list");
        ByteBuffer.wrap(list).order(ByteOrder.LITTLE_ENDIAN).putInt(0, 8);
        assertThrows(IndexOutOfBoundsException.class, () -> parse(list), "an entry inside another");
    }

    private static List<ProcessRow> parse(byte[] list) {
        return ProcessListParser.parse(list, ADDRESS);
    }
}
