package org.rollcall.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.rollcall.tests.fixture.OnEachServer;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.Tool;
import org.rollcall.tests.fixture.XmppServer;

/** The servers themselves, with the shipped settings. */
@OnEachServer
class ServersIT {
    private final XmppServer server;

    ServersIT(ServerKind kind) {
        server = kind.shared();
    }

    @Test
    void runsAsAnOrdinaryUser() throws Exception {
        Path process = Path.of("/proc", Long.toString(server.pid()));
        assertNotEquals("root", Files.getOwner(process).getName());
    }

    @Test
    void hasFileDescriptorsForAllMachines() throws Exception {
        String limits = Files.readString(Path.of("/proc", Long.toString(server.pid()), "limits"));
        String line = limits.lines()
                .filter(l -> l.startsWith("Max open files"))
                .findFirst()
                .orElseThrow();
        assertTrue(Integer.parseInt(line.substring(14).strip().split("\\s+")[0]) >= 4096, line);
    }

    @Test
    void showsACertificateOfTheTestAuthority() {
        String shown = Tool.runWithInput(
                server.ca().caFile().getParent(),
                "Q",
                "openssl",
                "s_client",
                "-starttls",
                "xmpp",
                "-xmpphost",
                server.domain(),
                "-connect",
                "127.0.0.1:" + server.port(),
                "-CAfile",
                server.ca().caFile().toString(),
                "-verify_return_error",
                "-verify_hostname",
                server.domain());
        assertTrue(shown.contains("Verify return code: 0 (ok)"), shown);
        assertEquals(XmppServer.DOMAIN, server.domain());
    }
}
