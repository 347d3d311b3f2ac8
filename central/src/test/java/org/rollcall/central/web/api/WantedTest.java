package org.rollcall.central.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WantedTest {
    @Test
    void accentsAndCaseDoNotMatter() {
        assertTrue(Wanted.of("KEV").rankIn("Kévin Marchais") < Wanted.NONE);
        assertTrue(Wanted.of("kévin").rankIn("kevin.marchais") < Wanted.NONE);
        assertEquals(Wanted.NONE, Wanted.of("kev").rankIn("marchais"));
        assertEquals(Wanted.NONE, Wanted.of("kev").rankIn(null));
    }

    @Test
    void theWholeComesBeforeAStartAWordAndTheMiddle() {
        Wanted wanted = Wanted.of("mar");
        List<Integer> ranks = List.of(
                wanted.rankIn("mar"),
                wanted.rankIn("marchais"),
                wanted.rankIn("kevin.marchais"),
                wanted.rankIn("tamara"));
        assertEquals(List.of(0, 1, 2, 3), ranks);
    }

    @Test
    void anAddressIsKnownFromItsStart() {
        assertTrue(Wanted.of("10.2").rankAtStart("10.2.3.4") < Wanted.NONE);
        assertEquals(Wanted.NONE, Wanted.of("3.4").rankAtStart("10.2.3.4"));
    }
}
