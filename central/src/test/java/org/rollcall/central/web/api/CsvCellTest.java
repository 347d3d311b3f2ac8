package org.rollcall.central.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1+1", "   @x"})
    void whatASpreadsheetWouldReckonIsText(String cell) {
        assertEquals("'" + cell, CsvCell.safe(cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kevin.marchais", "A201B7", "d'Arc", "10.2.3.4", "a=b", "  x"})
    void otherTextsStayAsTheyAre(String cell) {
        assertEquals(cell, CsvCell.safe(cell));
    }

    @Test
    void separatorsQuotesAndLineEndsAreQuoted() {
        assertEquals(
                "a,\"b,c\",\"d\"\"e\",\"f\ng\",,h;i\r\n",
                CsvCell.line(Arrays.asList("a", "b,c", "d\"e", "f\ng", null, "h;i"), ','));
        assertEquals(";\"h;i\"\r\n", CsvCell.line(Arrays.asList(null, "h;i"), ';'));
    }
}
