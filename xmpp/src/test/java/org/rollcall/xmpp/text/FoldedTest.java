package org.rollcall.xmpp.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FoldedTest {
    @Test
    void accentsAndCaseDoNotMatter() {
        assertEquals("kevin lœs", Folded.of("KÉVIN Lœs"));
        assertTrue(new Folded("Évin m").isIn("KEVIN MARCHAIS"));
        assertTrue(new Folded("kev").isIn("Kévin"));
        assertFalse(new Folded("kev").isIn("Anne"));
        assertFalse(new Folded("kev").isIn(null));
    }
}
