package org.rollcall.central.park;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

    @Test
    void numbersCountAsNumbersAndCaseAndAccentsDoNotCount() {
        List<String> order = List.of(
                "",
                "A2",
                "a9",
                "A10",
                "A10b",
                "A101",
                "A99999999999999999998",
                "A99999999999999999999",
                "B1",
                "éa",
                "Ec");
        List<String> shuffled = new ArrayList<>(order);
        Collections.shuffle(shuffled, new Random(7));

        shuffled.sort(NaturalOrder.INSTANCE);

        assertEquals(order, shuffled);
    }

    @Test
    void onlyTheSameNameIsEqual() {
        assertEquals(0, NaturalOrder.INSTANCE.compare("A201", "A201"));
        assertTrue(NaturalOrder.INSTANCE.compare("A201", "a201") != 0);
        assertTrue(NaturalOrder.INSTANCE.compare("A0201", "A201") != 0);
    }
}
