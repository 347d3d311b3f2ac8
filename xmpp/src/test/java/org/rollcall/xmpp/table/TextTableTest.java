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
}
