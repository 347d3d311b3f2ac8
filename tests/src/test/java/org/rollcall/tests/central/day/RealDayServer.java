package org.rollcall.tests.central.day;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.rollcall.tests.fixture.CentralSetup;
import org.rollcall.tests.fixture.FaultProxy;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.XmppServer;
import org.rollcall.xmpp.settings.XmppSettings;

/** Prosody or ejabberd as shipped; each machine comes through a proxy of its own. */
final class RealDayServer implements DayServer {
    private static final String PASSWORD = "pw";

    private final XmppServer server;

    RealDayServer(ServerKind kind, Collection<String> users) {
        server = kind.start();
        Map<String, String> passwords = new HashMap<>();
        users.forEach(user -> passwords.put(user, PASSWORD));
        server.createAccounts(passwords);
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public XmppSettings settings(String user, int port) {
        return new XmppSettings(
                server.domain(),
                "127.0.0.1",
                port,
                user,
                PASSWORD::toCharArray,
                "agent",
                server.ca().caFile(),
                null,
                null,
                null,
                false);
    }

    @Override
    public CentralSetup central() {
        return CentralSetup.on(server);
    }

    @Override
    public Wire wire(String user) {
        FaultProxy proxy = new FaultProxy(server.port());
        return new Wire() {
            @Override
            public int port() {
                return proxy.port();
            }

            @Override
            public void freeze() {
                proxy.blackhole();
            }

            @Override
            public void cut() {
                proxy.reset();
            }

            @Override
            public void mend() {
                proxy.reset();
                proxy.forward();
            }

            @Override
            public void close() {
                proxy.close();
            }
        };
    }

    @Override
    public void goDown() {
        server.stop();
    }

    @Override
    public void comeUp() {
        server.start();
    }

    @Override
    public void close() {
        server.close();
    }
}
