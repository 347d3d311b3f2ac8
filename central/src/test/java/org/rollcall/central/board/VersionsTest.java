package org.rollcall.central.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionsTest {
    @Test
    void numbersCountAsNumbersAndASnapshotComesBeforeItsVersion() {
        List<String> inOrder = List.of("0.9.2", "0.10.0", "1.0.0-SNAPSHOT", "1.0.0", "1.0.0.1", "2.0");
        List<String> sorted = new ArrayList<>(inOrder);
        Collections.reverse(sorted);
        sorted.sort(Versions.ORDER);
        assertEquals(inOrder, sorted);
        assertEquals(0, Versions.ORDER.compare("1.0.0", "1.0.0"));
    }
}
