package org.rollcall.agent.host.windows.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rollcall.agent.host.windows.session.RowFixture.LOGON;
import static org.rollcall.agent.host.windows.session.RowFixture.row;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.rollcall.agent.host.Session;

class SessionMappingTest {
    private static final String SID = "S-1-5-21-1-2-3-1104";
    private static final Instant IDLE = Instant.parse("2026-11-22T12:31:00Z");

    @Test
    void aPersonAtTheConsole() {
        Session session = map(row());

        assertEquals(
                new Session(
                        1,
                        "kevin.marchais",
                        "IUT",
                        SID,
                        "Kévin Marchais",
                        Session.State.ACTIVE,
                        Session.Kind.CONSOLE,
                        LOGON,
                        false,
                        null,
                        null,
                        null),
                session);
    }

    @Test
    void theLockHasThreeValues() {
        assertEquals(true, map(row().flags(0)).locked());
        assertEquals(false, map(row().flags(1)).locked());
        assertNull(map(row().flags(0xFFFFFFFF)).locked());
    }

    @Test
    void aDisconnectedSessionIsNeitherLockedNorUnlockedNorIdle() {
        Session session = SessionMapping.session(row().state(4).flags(0).build(), user(), IDLE);

        assertEquals(Session.State.DISCONNECTED, session.state());
        assertNull(session.locked());
        assertNull(session.idleSince());
    }

    @Test
    void theConsoleIsIdleSinceWindowsSaysSo() {
        assertEquals(IDLE, SessionMapping.session(row().build(), user(), IDLE).idleSince());
    }

    @Test
    void anRdpSessionIsIdleSinceItsLastInput() {
        Instant input = Instant.parse("2026-11-22T12:40:00Z");

        assertEquals(input, map(rdp().input(input, input.plusSeconds(61))).idleSince());
        assertNull(map(rdp().input(input, input.plusSeconds(59))).idleSince(), "input is happening");
        assertNull(map(rdp().input(null, input)).idleSince(), "unknown stays unknown");
    }

    @Test
    void theAddressOfAnRdpClientStartsTwoBytesIn() {
        Session session = map(rdp());

        assertEquals(Session.Kind.RDP, session.kind());
        assertEquals("THIN7", session.clientName());
        assertEquals("10.2.3.26", session.clientAddress());
    }

    @Test
    void anRdpClientsIpv6AddressIsRead() {
        byte[] loopback = {0x20, 1, 0xd, (byte) 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

        assertEquals(
                "2001:db8:0:0:0:0:0:1", map(row().rdp("THIN7", 23, loopback)).clientAddress());
    }

    @Test
    void anUnknownClientAddressIsNone() {
        assertNull(map(row().rdp("", 0)).clientAddress());
        assertNull(map(row().rdp("", 2)).clientAddress(), "0.0.0.0");
        assertNull(map(row().rdp("", 0)).clientName());
    }

    @Test
    void namesThatXmlForbidsAreCleaned() {
        assertEquals("a\uFFFDb\uFFFDc d", map(row().user("a\u0001b\uD800c\td")).user());
    }

    @Test
    void servicesListenersLogonScreensAndHalfMadeSessionsAreNobody() {
        assertTrue(SessionMapping.holdsSomeone(row().build()));
        assertFalse(SessionMapping.holdsSomeone(row().id(0).build()), "services");
        assertFalse(SessionMapping.holdsSomeone(row().id(65536).state(6).build()), "listener");
        assertFalse(SessionMapping.holdsSomeone(row().state(1).user("").build()), "logon screen");
        assertFalse(SessionMapping.holdsSomeone(row().logon(null).build()), "no logon time yet");
    }

    @Test
    void windowsOwnAccountsAreNotPeopleWhateverTheirName() {
        SessionRow row = row().user("Système").build();

        assertFalse(SessionMapping.isPerson(row, new SessionUser("S-1-5-18", null, Session.Kind.CONSOLE)));
        assertTrue(SessionMapping.isPerson(row, new SessionUser(null, null, Session.Kind.CONSOLE)));
    }

    private static RowFixture rdp() {
        return row().rdp("THIN7", 2, (byte) 10, (byte) 2, (byte) 3, (byte) 26);
    }

    private static Session map(RowFixture row) {
        SessionRow built = row.build();
        return SessionMapping.session(built, new SessionUser(SID, "Kévin Marchais", SessionMapping.kind(built)), null);
    }

    private static SessionUser user() {
        return new SessionUser(SID, "Kévin Marchais", Session.Kind.CONSOLE);
    }
}
