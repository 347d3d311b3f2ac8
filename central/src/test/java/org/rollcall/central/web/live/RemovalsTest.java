package org.rollcall.central.web.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.central.web.Rights;
import org.rollcall.xmpp.command.Role;

class RemovalsTest {
    private static final BareJid B7 = JidCreate.bareFromOrThrowUnchecked("a201b7@iut.rdz");
    private static final Rights ALL = new Rights(Role.VIEWER, Map.of());
    private static final Rights A201 = new Rights(null, Map.of("a201", Role.VIEWER));
    private final Removals removals = new Removals();

    @Test
    void whoWasAwayHearsOfThoseSinceThenInRoomsThatHeMaySee() {
        removals.add(B7, "A201", 5);
        assertEquals(List.of(B7.toString()), removals.since(5, A201));
        assertEquals(List.of(), removals.since(6, ALL));
        removals.add(B7, null, 7);
        assertEquals(List.of(), removals.since(6, A201));
        assertEquals(List.of(B7.toString()), removals.since(6, ALL));
    }

    @Test
    void whoWasAwayForTooLongGetsEverythingAnew() {
        assertTrue(removals.knowsSince(0));
        for (int i = 1; i <= 1_001; i++) {
            removals.add(B7, "A201", i);
        }
        assertFalse(removals.knowsSince(1));
        assertTrue(removals.knowsSince(2));
        removals.forget(2_000);
        assertFalse(removals.knowsSince(2_000));
        assertTrue(removals.knowsSince(2_001));
    }
}
