package org.rollcall.agent.host.portable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.agent.host.Session;
import oshi.software.os.OSSession;

class OshiSessionsTest {
    private final OshiSessions sessions = new OshiSessions(new Terminals(Path.of("absent"), Clock.systemUTC()));

    @Test
    void theScreenARemoteShellAndNoTerminalWindows() {
        List<Session> read = sessions.interpret(List.of(
                new OSSession("jo", "console", 1_000_000L, ""),
                new OSSession("jo", "ttys000", 2_000_000L, ""),
                new OSSession("al", "ttys003", 3_000_000L, "10.2.3.4")));

        assertEquals(2, read.size());
        assertEquals(Session.Kind.CONSOLE, read.get(0).kind());
        assertEquals(1, read.get(0).id());
        assertEquals(Session.Kind.REMOTE, read.get(1).kind());
        assertEquals(5, read.get(1).id());
        assertEquals("10.2.3.4", read.get(1).clientAddress());
    }
}
