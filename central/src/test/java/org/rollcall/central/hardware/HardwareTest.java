package org.rollcall.central.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Table;

class HardwareTest {

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        // before, now, another one, agrees with what was known, surely the same
        "uuid=1;serial=1;mac=a, uuid=1;serial=1;mac=a, false, true, true",
        "uuid=1;serial=1;mac=a, uuid=2;serial=1;mac=a, true, false, false",
        "uuid=1;serial=1;mac=a, uuid=1;serial=2;mac=a, true, false, false",
        "uuid=1;serial=1;mac=a, uuid=1;serial=1;mac=b, true, false, false",
        "uuid=1;serial=1;mac=a, uuid=1;serial=1;mac=a;mac=b, false, true, true",
        "uuid=1;serial=1;mac=a;mac=b, uuid=1;serial=1;mac=b;mac=c, false, true, true",
        "uuid=1;serial=1;mac=a, uuid=1;serial=1, false, false, true",
        "uuid=1;serial=1, uuid=1;serial=1;mac=a, false, true, true",
        "uuid=1;serial=1;mac=a, uuid=1;mac=a, false, true, false",
        "uuid=1;serial=1;mac=a, serial=1;mac=a, false, false, false",
        "uuid=1;mac=a, serial=1;mac=a, false, false, false",
        "serial=1;mac=a, serial=1;mac=b, true, false, false",
        "mac=a;mac=b, mac=b;mac=c, false, true, false",
        "mac=a, mac=b, true, false, false",
        "mac=a, '', false, false, false",
        "'', uuid=1;serial=1;mac=a, false, false, false",
    })
    void oneComputerOrTwo(String before, String now, boolean another, boolean agrees, boolean surely) {
        Hardware old = Hardware.parse(before);
        Hardware young = Hardware.parse(now);
        assertEquals(another, young.isAnother(old), "another");
        assertEquals(another, old.isAnother(young), "another, the other way round");
        assertEquals(agrees, young.agrees(old), "agrees");
        assertEquals(surely, young.isSurely(old), "surely");
    }

    @Test
    void aCardThatIsAwayTodayIsNotForgottenAndTheListDoesNotGrowForEver() {
        Hardware known = Hardware.parse("uuid=1;mac=a;mac=b");
        assertEquals(
                "uuid=1;serial=2;mac=a;mac=b;mac=c;",
                Hardware.parse("serial=2;mac=b;mac=c").completedBy(known).fingerprint());
        for (int i = 0; i < 100; i++) {
            known = Hardware.parse("mac=a;mac=stick" + i).completedBy(known);
        }
        assertEquals(32, known.macs().size());
        assertTrue(known.macs().contains("a"));
    }

    @Test
    void aSheetsCardsCountAndItsOtherInterfacesOnlyForWantOfAnythingElse() {
        Hardware whole = Hardware.of(sheet(
                "hardware", "uuid", "U1", "hardware", "cards", "AA:00 aa:01", "network", "interface.1.mac", "dd:00"));
        assertEquals("uuid=u1;mac=aa:00;mac=aa:01;", whole.fingerprint());
        assertEquals(
                Set.of(),
                Hardware.of(sheet("hardware", "uuid", "U1", "network", "interface.1.mac", "dd:00"))
                        .macs());
        assertEquals(
                Set.of("dd:00"),
                Hardware.of(sheet("network", "interface.1.mac", "dd:00")).macs());
        assertFalse(whole.isNothing());
    }

    private static Table sheet(String... facts) {
        List<Column> columns = List.of(Column.text("group"), Column.text("fact"), Column.text("value"));
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < facts.length; i += 3) {
            rows.add(Arrays.asList(facts[i], facts[i + 1], facts[i + 2]));
        }
        return Table.of(columns, rows);
    }
}
