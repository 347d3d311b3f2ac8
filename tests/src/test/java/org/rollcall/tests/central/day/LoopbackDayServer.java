package org.rollcall.tests.central.day;

import java.io.IOException;
import java.util.Collection;
import org.rollcall.loopback.LoopbackServer;
import org.rollcall.tests.fixture.CentralSetup;
import org.rollcall.tests.fixture.XmppServer;
import org.rollcall.xmpp.settings.XmppSettings;

/** The server in this JVM, which bears many machines, and freezes them itself. */
final class LoopbackDayServer implements DayServer {
    private static final String PASSWORD = "pw";

    private final LoopbackServer server;

    LoopbackDayServer(Collection<String> users) throws IOException {
        LoopbackServer.Builder builder = LoopbackServer.builder()
                .domain(XmppServer.DOMAIN)
                .account(XmppServer.CENTRAL, PASSWORD)
                .everybodySharedWith(XmppServer.CENTRAL);
        users.forEach(user -> builder.account(user, PASSWORD));
        server = builder.start();
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public XmppSettings settings(String user, int port) {
        return new XmppSettings(
                server.domain(),
                server.host(),
                port,
                user,
                PASSWORD::toCharArray,
                "agent",
                null,
                server.certificateSha256(),
                null,
                null,
                false);
    }

    @Override
    public CentralSetup central() {
        return CentralSetup.on(server, PASSWORD);
    }

    @Override
    public Wire wire(String user) {
        String fullJid = user + "@" + server.domain() + "/agent";
        return new Wire() {
            @Override
            public int port() {
                return server.port();
            }

            @Override
            public void freeze() {
                server.freeze(fullJid);
            }

            @Override
            public void cut() {
                server.cut(fullJid);
            }

            @Override
            public void mend() {
                // A new stream is not frozen.
            }

            @Override
            public void close() {
                // It ends with the server.
            }
        };
    }

    @Override
    public void goDown() throws IOException {
        server.goDown();
    }

    @Override
    public void comeUp() throws IOException {
        server.comeUp();
    }

    @Override
    public void close() {
        server.close();
    }
}
