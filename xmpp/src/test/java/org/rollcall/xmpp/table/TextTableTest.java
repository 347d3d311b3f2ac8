package org.rollcall.xmpp.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void columnsAreAlignedAndNumbersStandToTheRight() {
        TextTable table = new TextTable(List.of("name", "pid", "user"), List.of(false, true, false));
        table.add(List.of("WINWORD.EXE", "444", "kévin"));
        table.add(List.of("a", "12", ""));
        assertEquals(List.of("name         pid  user", "WINWORD.EXE  444  kévin", "a             12"), table.lines());
    }

    @Test
    void whatIsTooWideIsCutWhereItIsLongest() {
        TextTable table = new TextTable(List.of("Machine", "Name", "PID"), List.of(false, false, true));
        table.add(List.of("A201B7", "a rather long name of somebody", "123456789012"));
        assertEquals(
                List.of("Machine  Name" + " ".repeat(23) + "PID", "A201B7   a rather long n…  123456789012"),
                table.lines(39));
        assertEquals(table.lines(), table.lines(200));
        assertEquals("A201B7   a rather …  123456789012", table.lines(5).get(1));
    }
}
