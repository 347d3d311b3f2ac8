package org.rollcall.xmpp.stanza;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jivesoftware.smack.packet.Presence;
import org.junit.jupiter.api.Test;

class MachineTest {
    private static final Instant BOOT = Instant.parse("2026-11-22T06:58:12Z");
    private static final SessionState KEVIN = new SessionState(
            1, "01J", "kevin.marchais", "IUT", "Kévin Marchais", "active", "console", BOOT, false, null, null);

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        SessionState remote = new SessionState(
                2, "01K", "r", null, null, "disconnected", "rdp", BOOT, null, BOOT.plusSeconds(60), "10.2.3.9");
        MachineState state = new MachineState(
                "A201B7",
                BOOT,
                BOOT.plusSeconds(9),
                "10.2.3.22",
                23,
                "aa:bb:cc:dd:ee:ff",
                "1.0.0",
                "k3f9",
                41,
                List.of(KEVIN, remote),
                3);
        assertEquals(
                Optional.of(state), Machine.in(presence(Machine.toXml(state).toString())));
    }

    @Test
    void whatIsUnknownIsIgnored() throws Exception {
        MachineState state = Machine.in(presence("<machine xmlns='urn:rollcall:1' name='A' boot='2026-11-22T06:58:12Z'"
                        + " version='9' journal='j' seq='0' gpu='3'><session id='1' uid='u' user='k' state='dreaming'"
                        + " kind='hologram' since='2026-11-22T06:58:12Z' mood='x'><y/></session><z/></machine>"))
                .orElseThrow();
        assertEquals(BOOT, state.up());
        assertNull(state.prefix());
        assertEquals("dreaming", state.sessions().get(0).state());
    }

    @Test
    void whatIsRequiredIsRequired() throws Exception {
        Presence presence = presence("<machine xmlns='urn:rollcall:1' name='A'/>");
        MalformedException e = assertThrows(MalformedException.class, () -> Machine.in(presence));
        assertEquals("<machine>: boot is missing", e.getMessage());
        Presence flag = presence("<machine xmlns='urn:rollcall:1' name='A' boot='2026-11-22T06:58:12Z' version='9'"
                + " journal='j' seq='0'><session id='1' uid='u' user='k' state='s' kind='k' locked='perhaps'"
                + " since='2026-11-22T06:58:12Z'/></machine>");
        assertEquals(
                "<session>: locked is neither true nor false: perhaps",
                assertThrows(MalformedException.class, () -> Machine.in(flag)).getMessage());
    }

    @Test
    void sessionsBeyondTheTwentiethAreCounted() throws Exception {
        MachineState crowd =
                new MachineState("A", BOOT, BOOT, null, null, "1", "j", 1, Collections.nCopies(30, KEVIN), 5);
        MachineState read =
                Machine.in(presence(Machine.toXml(crowd).toString())).orElseThrow();
        assertEquals(20, read.sessions().size());
        assertEquals(15, read.more());
    }

    @Test
    void aPresenceOfSomethingElseIsNoMachine() throws Exception {
        assertTrue(Machine.in(presence("")).isEmpty());
    }

    @Test
    void idleSinceIsReadBackAndNonsenseIgnored() throws Exception {
        assertEquals(Optional.of(BOOT), Idle.in(presence(Idle.toXml(BOOT).toString())));
        assertTrue(
                Idle.in(presence("<idle xmlns='urn:xmpp:idle:1' since='x'/>")).isEmpty());
        assertTrue(Idle.in(presence("<idle xmlns='urn:xmpp:idle:1'/>")).isEmpty());
    }

    @Test
    void charactersThatXmlForbidsNeverReachTheWire() throws Exception {
        MachineState state = new MachineState("A\u0001\uFFFE\uD800", BOOT, BOOT, null, null, "1", "j", 1, List.of(), 0);
        assertEquals(
                "A\uFFFD\uFFFD\uFFFD",
                Machine.in(presence(Machine.toXml(state).toString()))
                        .orElseThrow()
                        .name());
    }

    private static Presence presence(String inner) throws Exception {
        return Parsed.stanza("<presence from='a@b/agent'>" + inner + "</presence>");
    }
}
